import { inBoth } from './wording.ts'

/** Wording where one act is done to many complaints. */
const id = {
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

const complaints = (cases: number) => (cases === 1 ? '1 complaint' : `${cases} complaints`)

const after = (seconds: number) =>
  seconds < 60 ? `${seconds} seconds` : seconds === 60 ? '1 minute' : `${seconds / 60} minutes`

const en: typeof id = {
  bar: 'Acts on the chosen ones',
  picked: (cases) => `${cases} chosen`,
  clear: 'Choose none',
  acts: {
    dispatch: 'Dispatch',
    note: 'Note',
    message: 'Message',
    'explain-delay': 'Explain the delay',
    'set-label': 'Label',
    series: 'Series',
  },
  series: 'Series of acts',
  seriesHint: 'Each complaint gets all of its steps, or does not change.',
  headings: {
    dispatch: (cases) => `Dispatch ${complaints(cases)}`,
    note: (cases) => `A note on ${complaints(cases)}`,
    message: (cases) => `A message to the reporters of ${complaints(cases)}`,
    'explain-delay': (cases) => `Explain the delay of ${complaints(cases)}`,
    'set-label': (cases) => `Label on ${cases} complaints`,
    series: (cases) => `A series on ${complaints(cases)}`,
  },
  noteText: 'Note for staff',
  messageText: 'Message to all reporters',
  messageHint: 'All of them read the same words. Name nobody.',
  preview: 'See first what changes',
  previewing: 'Looking at each complaint…',
  changes: (cases) => `${cases} will change`,
  stays: (cases) => `${cases} will not change`,
  unseen: 'not found',
  none: 'Nothing will change.',
  back: 'Change',
  submit: (cases) => `Do it for ${complaints(cases)}`,
  undoHint: (seconds) =>
    `It is done after ${after(seconds)}. Until then all of it can be taken back, and nobody has been told.`,
  waiting: (what, cases, seconds) => `${what}: ${complaints(cases)}, done in ${seconds} seconds.`,
  running: (what) => `${what}: under way…`,
  undo: 'Undo',
  haste: 'Do it now',
  undone: (what) => `${what} was taken back. Nothing has changed.`,
  done: (what, cases) => `${what}: done for ${complaints(cases)}.`,
  notDone: (cases) => `${cases} did not change:`,
  lost: 'That bulk act cannot be found any more. Check the complaints.',
}

export const bulkWording = inBoth({ id, en })
