export const late = {
  heading: 'Terlambat dan sebabnya',
  intro:
    'Yang melewati batas waktu kantor, paling lama lebih dahulu. Pelapornya sudah diberi tahu dan membaca sebabnya.',
  loading: 'Memuat yang terlambat…',
  emptyHeading: 'Tidak ada yang terlambat',
  emptyText: 'Semua batas waktu kantor dipenuhi atau masih berjalan.',
  open: 'buka pengaduan',
  by: (clock: string, days: number) => (days === 0 ? `${clock}: lewat hari ini` : `${clock}: lewat ${days} hari kerja`),
  since: (date: string) => `seharusnya ${date}.`,
  promised: (date: string) => `Sekarang dijanjikan ${date}.`,
  unexplained: 'Belum ada penjelasan.',
  turn: 'Giliran:',
}
