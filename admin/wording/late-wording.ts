import { inBoth } from './wording.ts'

const id = {
  intro: 'Pengaduan yang melewati batas waktu kantor, paling lama lebih dahulu.',
  loading: 'Memuat pengaduan yang terlambat…',
  emptyHeading: 'Tidak ada pengaduan yang terlambat',
  emptyText: 'Semua batas waktu kantor dipenuhi atau belum lewat.',
  open: 'buka pengaduan',
  by: (clock: string, days: number) => (days === 0 ? `${clock}: lewat hari ini` : `${clock}: lewat ${days} hari kerja`),
  since: (date: string) => `seharusnya ${date}.`,
  promised: (date: string) => `Batas waktu baru: ${date}.`,
  unexplained: 'Belum ada penjelasan.',
  turn: 'Giliran:',
  paused: 'Penghitungan waktu dihentikan petugas',
  reporterTold: 'Pelapor sudah diberi tahu.',
  reporterNotTold: 'Pelapor belum diberi tahu; ia hanya dapat membacanya di halaman pantau.',
}

const en: typeof id = {
  intro: 'What has passed a date of the office, the longest first.',
  loading: 'Loading what is late…',
  emptyHeading: 'Nothing is late',
  emptyText: 'Every date of the office was kept or still lies ahead.',
  open: 'open the complaint',
  by: (clock, days) =>
    days === 0 ? `${clock}: passed today` : `${clock}: ${days} working ${days === 1 ? 'day' : 'days'} late`,
  since: (date) => `was due on ${date}.`,
  promised: (date) => `Now promised for ${date}.`,
  unexplained: 'No explanation yet.',
  turn: 'Turn:',
  paused: 'Count stopped by staff',
  reporterTold: 'The reporter was told.',
  reporterNotTold: 'The reporter has not been told, and can only read it on the follow-up page.',
}

/** Wording of the page of late cases. It comes with the page. */
export const lateWording = inBoth({ id, en })
