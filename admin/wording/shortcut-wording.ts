import { inBoth } from './wording.ts'

/** Wording about working by keyboard. */
const id = {
  heading: 'Pintasan papan ketik',
  single: 'Pakai pintasan satu huruf',
  singleHint:
    'Matikan bila Anda memakai masukan suara atau sering salah tekan. Ctrl+K tetap berlaku. Diingat di peramban ini.',
  groups: { anywhere: 'Di mana saja', register: 'Di buku register', case: 'Di satu pengaduan', go: 'Pergi ke' },
  keys: {
    palette: 'Cari halaman, pengaduan, atau tindakan',
    help: 'Tampilkan daftar ini',
    guide: 'Panduan halaman ini',
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
  searchPlace: (text: string) => `Cari “${text}” menurut tempat kejadian`,
  found: (commands: number) => `${commands} perintah`,
}

const en: typeof id = {
  heading: 'Keyboard shortcuts',
  single: 'Use single-letter shortcuts',
  singleHint:
    'Switch them off if you dictate or often press keys by mistake. Ctrl+K goes on working. Remembered in this browser.',
  groups: { anywhere: 'Anywhere', register: 'In the register', case: 'In a complaint', go: 'Go to' },
  keys: {
    palette: 'Find a page, a complaint or an act',
    help: 'Show this list',
    guide: 'Help for this page',
    search: 'Search the register',
    next: 'Next line',
    previous: 'Previous line',
    open: 'Open the line',
    pick: 'Choose the line',
    acts: 'To the acts',
    message: 'Write to the reporter',
    note: 'Write a note among staff',
    up: 'Back to the register',
  },
  palette: 'Find a command',
  placeholder: 'Complaint number, page or act',
  list: 'Commands',
  page: 'Page',
  act: 'Act',
  openCase: (number) => `Open complaint ${number}`,
  searchFor: (text) => `Search the register for “${text}”`,
  searchPlace: (text) => `Search the register for “${text}” in the place of the event`,
  found: (commands) => (commands === 1 ? '1 command' : `${commands} commands`),
}

export const shortcutWording = inBoth({ id, en })
