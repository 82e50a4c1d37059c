export const wordsIn = {
  id: {
    heading: 'Pengaduan dalam angka',
    total: 'diterima',
    inTime: 'dijawab tepat waktu',
    under: 'kurang dari 5',
    tooFew: 'terlalu sedikit',
    hidden: 'samar',
    byMonth: 'Diterima per bulan',
    byCategory: 'Menurut kategori',
    byOutcome: 'Hasil jawaban',
    note: (day: string) =>
      `Dua belas bulan penuh terakhir, dihitung ${day}. Angka kecil disamarkan agar tidak menunjuk siapa pun.`,
  },
  en: {
    heading: 'Complaints in numbers',
    total: 'received',
    inTime: 'answered in time',
    under: 'fewer than 5',
    tooFew: 'too few',
    hidden: 'hidden',
    byMonth: 'Received by month',
    byCategory: 'By category',
    byOutcome: 'Outcome of answers',
    note: (day: string) =>
      `The last twelve whole months, counted on ${day}. Small numbers are hidden so that they point at nobody.`,
  },
} as const
