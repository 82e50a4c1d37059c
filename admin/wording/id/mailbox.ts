export const mailbox = {
  heading: 'Kotak surat',
  intro: 'Surat keluar berhenti di sini selama pengiriman surel belum diatur. Tidak ada yang benar-benar terkirim.',
  to: (address: string) => `Kepada ${address}`,
  list: 'Surat keluar',
  choose: 'Pilih surat untuk membacanya.',
  emptyHeading: 'Belum ada surat keluar',
  emptyText: 'Undangan petugas dan pemberitahuan kepada pelapor muncul di sini.',
  loading: 'Memuat surat…',
  back: 'Kembali ke daftar',
}
