import { inBoth } from './wording.ts'

/** Wording about browsers that are woken when something waits. */
const id = {
  heading: 'Pemberitahuan di perangkat',
  text: 'Perangkat memberi tahu bila ada yang menunggu, pada waktu dan untuk jenis yang Anda pilih di “Pemberitahuan lewat surel”. Layar terkunci hanya menampilkan jumlahnya.',
  begin: 'Nyalakan di perangkat ini',
  begun: 'Perangkat ini akan memberi tahu Anda.',
  here: 'perangkat ini',
  since: (day: string) => `sejak ${day}`,
  unknown: 'Perangkat tidak dikenal',
  remove: 'Matikan',
  removeOf: (device: string) => `Matikan di ${device}`,
  removed: 'Perangkat itu tidak memberi tahu lagi.',
  denied: 'Peramban ini melarang pemberitahuan dari Aduan. Izinkan di pengaturan peramban, lalu coba lagi.',
  unable: 'Peramban ini tidak dapat menerima pemberitahuan. Pasang Aduan sebagai aplikasi, atau pakai peramban lain.',
}

const en: typeof id = {
  heading: 'Alerts on devices',
  text: 'A device tells you when something waits, at the times and for the kinds that you chose under “Alerts by e-mail”. A locked screen shows only how much.',
  begin: 'Switch on for this device',
  begun: 'This device will tell you.',
  here: 'this device',
  since: (day) => `since ${day}`,
  unknown: 'Unknown device',
  remove: 'Switch off',
  removeOf: (device) => `Switch off on ${device}`,
  removed: 'That device tells you no more.',
  denied: 'This browser forbids alerts from Aduan. Allow them in its settings, then try again.',
  unable: 'This browser cannot receive alerts. Install Aduan as an app, or use another browser.',
}

/** Wording about browsers that are woken. It comes with the account. */
export const pushWording = inBoth({ id, en })
