/** Opening a draft that a reporter began elsewhere. Fetched with the page that does it. */
export const carried = {
  hasCode: 'Pelapor membawa kode',
  code: 'Kode',
  codeHint: 'Anda akan melihat semua isian pelapor, termasuk identitasnya. Buka hanya bersama pelapor.',
  openCode: 'Buka isian',
  opening: 'Membuka…',
}
