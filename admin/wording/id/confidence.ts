/** Wording of identities that staff keep confidential. It comes with the panel of acts. */
export const confidence = {
  reason: 'Mengapa dirahasiakan?',
  hint: 'Misalnya: terlapor mengenal pelapor.',
  follows: ['Nama dan kontak pelapor hanya dapat dibuka lewat pemegang kunci identitas.', 'Tidak dapat dibatalkan.'],
}
