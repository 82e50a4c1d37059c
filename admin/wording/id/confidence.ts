/** Wording of identities that staff keep confidential. It comes with the panel of acts. */
export const confidence = {
  reason: 'Mengapa dirahasiakan?',
  hint: 'Misalnya: terlapor mengenal pelapor.',
  always: 'Identitas selalu dirahasiakan',
  alwaysHint:
    'Berlaku bagi pengaduan baru di kategori ini, juga bila pelapor tidak memintanya. Pelapor membacanya sebelum mengirim.',
  follows: ['Nama dan kontak pelapor hanya dapat dibuka lewat pemegang kunci identitas.', 'Tidak dapat dibatalkan.'],
}
