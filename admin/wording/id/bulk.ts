/** Wording where one act is done to many complaints. */
export const bulk = {
  bar: 'Tindakan untuk yang dipilih',
  picked: (cases: number) => `${cases} dipilih`,
  clear: 'Batalkan pilihan',
  acts: {
    dispatch: 'Disposisi',
    note: 'Catatan',
    message: 'Pesan',
    'explain-delay': 'Jelaskan keterlambatan',
    'set-label': 'Label',
    series: 'Rangkaian',
  },
  series: 'Rangkaian tindakan',
  seriesHint: 'Setiap pengaduan mendapat semua langkahnya, atau tidak berubah.',
  headings: {
    dispatch: (cases: number) => `Disposisikan ${cases} pengaduan`,
    note: (cases: number) => `Catatan pada ${cases} pengaduan`,
    message: (cases: number) => `Pesan kepada pelapor ${cases} pengaduan`,
    'explain-delay': (cases: number) => `Jelaskan keterlambatan ${cases} pengaduan`,
    'set-label': (cases: number) => `Label pada ${cases} pengaduan`,
    series: (cases: number) => `Rangkaian pada ${cases} pengaduan`,
  },
  noteText: 'Catatan untuk petugas',
  messageText: 'Pesan kepada semua pelapor',
  messageHint: 'Semua pelapor membaca teks yang sama. Jangan sebut siapa pun.',
  preview: 'Lihat dahulu apa yang berubah',
  previewing: 'Memeriksa setiap pengaduan…',
  changes: (cases: number) => `${cases} akan berubah`,
  stays: (cases: number) => `${cases} tidak berubah`,
  unseen: 'tidak ditemukan',
  none: 'Tidak ada yang akan berubah.',
  back: 'Ubah',
  submit: (cases: number) => `Jalankan untuk ${cases} pengaduan`,
  undoHint: (seconds: number) =>
    seconds < 60
      ? `Baru dijalankan setelah ${seconds} detik. Sampai saat itu semuanya dapat diurungkan; belum ada yang diberi tahu.`
      : `Baru dijalankan setelah ${seconds / 60} menit. Sampai saat itu semuanya dapat diurungkan; belum ada yang diberi tahu.`,
  waiting: (what: string, cases: number, seconds: number) =>
    `${what}: ${cases} pengaduan, dijalankan dalam ${seconds} detik.`,
  running: (what: string) => `${what}: sedang dijalankan…`,
  undo: 'Urungkan',
  haste: 'Jalankan sekarang',
  undone: (what: string) => `${what} diurungkan. Tidak ada yang berubah.`,
  done: (what: string, cases: number) => `${what}: ${cases} pengaduan selesai.`,
  notDone: (cases: number) => `${cases} tidak berubah:`,
  lost: 'Tindakan massal itu tidak ditemukan lagi. Periksa pengaduannya.',
}
