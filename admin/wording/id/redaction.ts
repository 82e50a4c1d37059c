import type { FileLeaving } from '../../../service/offices/vocabulary.ts'

const leaves: Readonly<Record<FileLeaving, string>> = {
  redrawn: 'Disertakan sebagai gambar baru',
  withheld: 'Tidak disertakan',
  whole: 'Disertakan utuh',
}
const leavesHint: Readonly<Record<FileLeaving, string>> = {
  redrawn: 'Tanpa lokasi dan data kamera. Bagian dalam kotak menjadi hitam.',
  withheld: 'Berkas tetap dapat dibuka di unit ini.',
  whole: 'Wajah, suara, lokasi, dan nama pembuat berkas ikut keluar.',
}

export const redaction = {
  open: 'Tutup bagian',
  openFor: (name: string) => `Tutup bagian ${name}`,
  decide: 'Atur saat keluar',
  decideFor: (name: string) => `Atur saat keluar: ${name}`,
  intro: 'Berkas asli tetap tersegel. Cetakan, unduhan, kiriman, dan lampiran memakai hasil di bawah.',
  loading: 'Menyiapkan gambar…',
  board: 'Gambar. Seret untuk membuat kotak.',
  draw: 'Seret di atas gambar untuk menutup bagiannya, atau tekan Tambah kotak.',
  keys: 'Panah menggeser kotak, Shift+panah mengubah ukurannya, Delete menghapusnya.',
  add: 'Tambah kotak',
  remove: 'Hapus kotak',
  box: (at: number) => `Kotak ${at}`,
  page: (at: number, pages: number) => `Halaman ${at} dari ${pages}`,
  before: 'Sebelumnya',
  after: 'Berikutnya',
  ask: 'Saat berkas keluar dari unit',
  leaves,
  leavesHint,
  because: 'Alasan',
  becauseHint: 'Dibaca petugas, bukan pelapor.',
  submit: 'Simpan dan catat',
  saved: 'Tersimpan.',
  covered: (areas: number) => `Keluar sebagai gambar baru, ${areas} bagian tertutup.`,
  redrawn: 'Keluar sebagai gambar baru.',
  whole: 'Keluar utuh.',
  withheld: 'Tidak disertakan saat pengaduan keluar dari unit.',
  unread: 'Berkas ini dapat memuat suara, wajah, atau nama pelapor.',
}
