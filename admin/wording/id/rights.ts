/** Wording where reporters' requests about their own data are listed and answered. */
export const dataRequests = {
  heading: 'Permintaan data pribadi',
  intro:
    'Pelapor bertanya tentang datanya sendiri. Dijawab dalam 3×24 jam, akhir pekan ikut dihitung (target layanan). Permintaan yang paling dekat batas waktunya ada di atas.',
  loading: 'Memuat permintaan…',
  list: 'Permintaan yang menunggu jawaban',
  open: 'Baca dan jawab',
  due: (moment: string) => `Paling lambat ${moment}`,
  overdue: 'Lewat batas waktu',
  waiting: 'Menunggu jawaban',
  granted: 'Dipenuhi',
  refused: 'Tidak dipenuhi',
  emptyHeading: 'Tidak ada permintaan yang menunggu',
  emptyText: 'Permintaan pelapor tentang datanya muncul di sini begitu dikirim.',
  hidden: 'Isinya hanya untuk petugas yang menjawab.',
  decision: 'Keputusan',
  grant: 'Penuhi',
  refuse: 'Tidak dipenuhi',
  text: 'Jawaban untuk pelapor',
  textHint: 'Pelapor membacanya di halaman pantau dan mendapat pemberitahuan.',
  answer: 'Kirim jawaban',
  answered: 'Jawaban terkirim.',
}
