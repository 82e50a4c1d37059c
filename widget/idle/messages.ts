import type { FormLanguage } from '../../service/complaints/vocabulary.ts'

const id = {
  title: 'Masih di sini?',
  meaning: (seconds: number) =>
    `Isian di layar ini dihapus dalam ${seconds} detik, supaya orang lain tidak membacanya.`,
  stay: 'Saya masih di sini',
  wipe: 'Hapus sekarang',
}

const en: typeof id = {
  title: 'Are you still there?',
  meaning: (seconds) => `What is on this screen is erased in ${seconds} seconds, so that nobody else reads it.`,
  stay: 'I am still here',
  wipe: 'Erase now',
}

const jv: typeof id = {
  title: 'Taksih wonten mriki?',
  meaning: (seconds) =>
    `Isen-isen ing layar menika dipunbusak ${seconds} detik malih, supados boten dipunwaos tiyang sanes.`,
  stay: 'Kula taksih wonten mriki',
  wipe: 'Busak sapunika',
}

/** What the form asks a person who has been quiet. */
export const idleMessages: Record<FormLanguage, typeof id> = { id, en, jv }
