import { inBoth } from './wording.ts'

/** Wording about what others do meanwhile. */
const id = {
  looks: (names: string) => `${names} juga membuka pengaduan ini.`,
  writes: (names: string) => `${names} sedang menulis di pengaduan ini.`,
  changed: (what: string, by: string, when: string) => `Berubah sementara itu: ${what}, ${by}, ${when}.`,
  renew: 'Muat yang terbaru',
  typedStays: 'Tulisan Anda tetap ada.',
  listChanged: 'Daftar ini sudah berubah.',
  show: 'Tampilkan',
}

const en: typeof id = {
  looks: (names) => `Also in this complaint: ${names}.`,
  writes: (names) => `Writing in this complaint: ${names}.`,
  changed: (what, by, when) => `Changed meanwhile: ${what}, ${by}, ${when}.`,
  renew: 'Load the latest',
  typedStays: 'What you have typed stays.',
  listChanged: 'This list has changed.',
  show: 'Show',
}

export const liveWording = inBoth({ id, en })
