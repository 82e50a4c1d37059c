import type { FormLanguage } from '../../service/offices/vocabulary.ts'

const id = {
  heading: 'Pengaduan dalam angka',
  total: 'diterima',
  inTime: 'dijawab tepat waktu',
  under: 'kurang dari 5',
  tooFew: 'belum cukup',
  hidden: 'samar',
  byMonth: 'Diterima per bulan',
  byCategory: 'Menurut kategori',
  byOutcome: 'Hasil jawaban',
  note: (day: string) =>
    `Dua belas bulan penuh terakhir, dihitung ${day}. Angka kecil disamarkan agar tidak menunjuk siapa pun.`,
}

const en: typeof id = {
  heading: 'Complaints in numbers',
  total: 'received',
  inTime: 'answered in time',
  under: 'fewer than 5',
  tooFew: 'too few',
  hidden: 'hidden',
  byMonth: 'Received by month',
  byCategory: 'By category',
  byOutcome: 'Outcome of answers',
  note: (day) =>
    `The last twelve whole months, counted on ${day}. Small numbers are hidden so that they point at nobody.`,
}

const jv: typeof id = {
  heading: 'Pengaduan wonten ing angka',
  total: 'katampi',
  inTime: 'dipunwangsuli trep wekdal',
  under: 'kirang saking 5',
  tooFew: 'kirang kathah',
  hidden: 'kasamar',
  byMonth: 'Katampi saben wulan',
  byCategory: 'Miturut kategori',
  byOutcome: 'Asiling wangsulan',
  note: (day) =>
    `Kalih welas wulan wetah pungkasan, kaetang ${day}. Angka alit dipunsamaraken supados boten nedahaken sinten kemawon.`,
}

export const statsWording: Readonly<Record<FormLanguage, typeof id>> = { id, en, jv }
