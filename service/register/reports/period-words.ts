const decimal = (value: number): string => String(value).replace('.', ',')

/** A report for the office itself and whom it reports to is official, and so in Indonesian only. */
export const periodWords = {
  title: 'Laporan Pengaduan Masyarakat',
  lead: (office: string, span: string) =>
    `Pengaduan yang diterima ${office} ${span}, dibandingkan dengan masa yang sama panjangnya sebelum itu.`,
  span: (from: string, to: string) => `dari ${from} sampai ${to}`,
  satisfaction: 'nilai rata-rata pelapor',
  rated: (rated: number, answered: number) => `${rated} dari ${answered} menilai`,
  stars: (stars: number) => `${decimal(stars)} dari 5`,
  sections: {
    measures: 'Ukuran',
    worst: 'Pengaduan paling lama dan yang kembali',
    channels: 'Menurut saluran',
    categories: 'Menurut kategori',
    recurring: 'Pengaduan berulang',
  },
  nineOfTen: 'Sembilan dari sepuluh dijawab dalam',
  reopened: 'Ditangani lagi setelah dijawab',
  figure: 'Angka',
  value: 'Nilai',
  channel: 'Saluran',
  category: 'Kategori',
  place: 'Tempat',
  cases: 'Pengaduan',
  noneRecurring: 'Tidak ada tempat yang disebut tiga pengaduan sejenis atau lebih.',
  partial: 'Laporan ini hanya atas kategori yang ditangani pembuatnya.',
  notes: (measuredAt: string) =>
    `Angka dihitung pada ${measuredAt} dari catatan layanan ini, atas pengaduan yang diterima dalam masa itu dan boleh dilihat pembuat laporan. Pengaduan yang lewat batas waktu tanpa jawaban dihitung tidak tepat waktu. Hari adalah hari kalender.`,
  sheet: { measures: 'Ukuran', counts: 'Saluran dan kategori', recurring: 'Berulang' },
} as const
