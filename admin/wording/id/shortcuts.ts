/** Wording about working by keyboard. */
export const shortcuts = {
  heading: 'Pintasan papan ketik',
  single: 'Pakai pintasan satu huruf',
  singleHint:
    'Matikan bila Anda memakai masukan suara atau sering salah tekan. Ctrl+K tetap berlaku. Diingat di peramban ini.',
  groups: { anywhere: 'Di mana saja', register: 'Di buku register', case: 'Di satu pengaduan', go: 'Pergi ke' },
  keys: {
    palette: 'Cari halaman, pengaduan, atau tindakan',
    help: 'Tampilkan daftar ini',
    search: 'Cari di buku register',
    next: 'Baris berikutnya',
    previous: 'Baris sebelumnya',
    open: 'Buka baris itu',
    pick: 'Pilih baris itu',
    acts: 'Ke tindakan',
    message: 'Tulis pesan kepada pelapor',
    note: 'Tulis catatan internal',
    up: 'Kembali ke buku register',
  },
  palette: 'Cari perintah',
  placeholder: 'Nomor pengaduan, halaman, atau tindakan',
  list: 'Perintah',
  page: 'Halaman',
  act: 'Tindakan',
  openCase: (number: string) => `Buka pengaduan ${number}`,
  searchFor: (text: string) => `Cari “${text}” di buku register`,
  found: (commands: number) => `${commands} perintah`,
}
