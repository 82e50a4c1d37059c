/** Wording of identities that staff keep confidential. It comes with the panel of acts. */
export const confidence = {
  always: 'Identitas selalu dirahasiakan',
  alwaysHint:
    'Berlaku bagi pengaduan baru di kategori ini, juga bila pelapor tidak memintanya. Pelapor membacanya sebelum mengirim.',
}
