export const spokenWording = {
  player: 'Pernyataan lisan pelapor',
  disguised: 'Suara disamarkan oleh pelapor sebelum dikirim.',
  waits: 'Belum ditranskrip.',
  by: (who: string, at: string) => `Transkrip oleh ${who}, ${at}`,
  unanswered: 'Pelapor belum menanggapi transkrip ini.',
  right: (at: string) => `Pelapor menyatakan benar, ${at}.`,
  corrected: (at: string) => `Perbaikan oleh pelapor, ${at}`,
  earlier: 'Transkrip sebelumnya',
  cannotPlay: 'Rekaman tidak dapat diputar di sini. Lihat daftar bukti.',
}
