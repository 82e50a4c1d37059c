/** Wording of the way to tell a complaint by voice. It comes with its part. */
export const id = {
  open: 'Ceritakan dengan suara',
  write: 'Tulis saja',
  pick: 'Pilih berkas rekaman',
  failed: 'Perekam suara belum dapat dimuat. Silakan coba lagi, atau tulis ceritanya.',
  spoken: 'Cerita Anda: rekaman suara.',
  spokenDisguised: 'Cerita Anda: rekaman suara yang disamarkan.',
  transcript: 'Petugas akan menuliskannya. Anda dapat membaca dan memperbaikinya di halaman pantau.',
  kept: 'Sambungan terputus. Rekaman Anda masih di sini.',
  retry: 'Coba lagi',
  again: 'Rekam ulang',
  lost: 'Rekaman belum sampai dan sudah hilang dari halaman ini. Silakan rekam ulang.',
  subject: (category: string) => `Pengaduan lisan: ${category}`,
}
