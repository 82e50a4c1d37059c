/** Wording about what others do meanwhile. */
export const live = {
  looks: (names: string) => `${names} juga membuka pengaduan ini.`,
  writes: (names: string) => `${names} sedang menulis di pengaduan ini.`,
  changed: (what: string, by: string, when: string) => `Berubah sementara itu: ${what}, ${by}, ${when}.`,
  renew: 'Muat yang terbaru',
  typedStays: 'Tulisan Anda tetap ada.',
  listChanged: 'Daftar ini sudah berubah.',
  show: 'Tampilkan',
}
