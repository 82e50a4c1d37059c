/** What is said where a unit is shown in numbers. */
export const statistics = {
  heading: 'Angka unit',
  intro: (day: string) => `Semua pengaduan yang pernah diterima, per ${day}.`,
  hidden:
    'Angka di bawah 5, kadang bersama angka di dekatnya, disamarkan agar tidak menunjuk siapa pun. Persentase dibulatkan.',
  blurred: 'samar',
  underFive: '< 5',
  total: 'Diterima',
  running: 'Masih berjalan',
  overdue: 'Lewat batas waktu',
  openOverdue: 'Buka di register',
  inTime: 'Dijawab tepat waktu',
  percent: (share: number) => `${share}%`,
  tooFew: '–',
  byMonth: 'Diterima per bulan',
  byCategory: 'Menurut kategori',
  byStatus: 'Menurut status',
  earlier: 'Sebelumnya',
  emptyHeading: 'Belum ada pengaduan',
  emptyText: 'Angka muncul begitu pengaduan pertama diterima.',
}
