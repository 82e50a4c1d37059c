export const mailbox = {
  heading: 'Kotak percobaan',
  intro: 'Surel belum diatur. Surel yang seharusnya dikirim hanya disimpan di sini; pelapor tidak menerimanya.',
  to: (address: string) => `Kepada ${address}`,
  list: 'Surel yang tidak dikirim',
  choose: 'Pilih surel untuk membacanya.',
  emptyHeading: 'Belum ada surel',
  emptyText:
    'Pemberitahuan kepada pelapor dan pemberitahuan kepada petugas disimpan di sini selama surel belum diatur.',
  loading: 'Memuat surel…',
  back: 'Kembali ke daftar',
}
