/** Wording about browsers that are woken when something waits. */
export const push = {
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
