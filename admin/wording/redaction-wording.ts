import type { FileLeaving } from '../../service/offices/vocabulary.ts'
import { inBoth } from './wording.ts'

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

const id = {
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

const en: typeof id = {
  open: 'Cover parts',
  openFor: (name) => `Cover parts of ${name}`,
  decide: 'How it leaves',
  decideFor: (name) => `How it leaves: ${name}`,
  intro: 'The original stays sealed. Prints, downloads, transfers and attachments use what you decide here.',
  loading: 'Preparing the picture…',
  board: 'Picture. Drag to make a box.',
  draw: 'Drag over the picture to cover a part of it, or press Add box.',
  keys: 'Arrows move a box, Shift+arrows resize it, Delete removes it.',
  add: 'Add box',
  remove: 'Remove box',
  box: (at) => `Box ${at}`,
  page: (at, pages) => `Page ${at} of ${pages}`,
  before: 'Previous',
  after: 'Next',
  ask: 'When the file leaves the unit',
  leaves: { redrawn: 'Sent as a new picture', withheld: 'Not sent', whole: 'Sent whole' },
  leavesHint: {
    redrawn: 'Without place and camera. What is inside the boxes is black.',
    withheld: 'It can still be opened in this unit.',
    whole: 'Faces, voices, place and the name of its author leave with it.',
  },
  because: 'Reason',
  becauseHint: 'Staff read it, the reporter does not.',
  submit: 'Save and record',
  saved: 'Saved.',
  covered: (areas) => `Leaves as a new picture, ${areas} parts covered.`,
  redrawn: 'Leaves as a new picture.',
  whole: 'Leaves whole.',
  withheld: 'Not sent when the complaint leaves the unit.',
  unread: 'This file can contain the voice, face or name of the reporter.',
}

export const redactionWording = inBoth({ id, en })
