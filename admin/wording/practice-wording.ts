import { inBoth } from './wording.ts'

const id = {
  heading: 'Latihan',
  band: 'Latihan. Tidak dihitung, tidak dikirim kepada siapa pun, dan dihapus setiap Senin.',
  file: 'Isi formulir pelapor',
  back: 'Kembali ke pekerjaan',
  intro: 'Coba semua langkah dengan pengaduan latihan. Semuanya terpisah dari pengaduan sebenarnya.',
  open: (unit: string) => `Buka latihan ${unit}`,
}

const en: typeof id = {
  heading: 'Practice',
  band: 'Practice. It is not counted, is sent to nobody, and is deleted each Monday.',
  file: 'Fill in the form of reporters',
  back: 'Back to work',
  intro: 'Try every step with practice complaints. What you see and do there is apart from real complaints.',
  open: (unit: string) => `Open practice of ${unit}`,
}

/** It is loaded with what shows it. */
export const practiceWording = inBoth({ id, en })
