import type { TemplateWords } from './template-words.ts'

const plain = {
  language: 'id',
  categories: [],
  statuses: [],
  items: [],
  outcome: null,
  reason: null,
  elsewhere: '',
} as const

/** Every tenant starts with these. */
export const firstTemplates: readonly TemplateWords[] = [
  {
    ...plain,
    name: 'Sedang kami periksa',
    kind: 'message',
    statuses: ['in_progress'],
    text: 'Pengaduan Anda nomor {nomor} sedang kami periksa.\n\nKami menjawab paling lambat {batas_waktu}. Bila ada yang ingin Anda tambahkan, balas saja pesan ini.\n\n{petugas}\n{kantor}',
  },
  {
    ...plain,
    name: 'Minta waktu bertemu atau menelepon',
    kind: 'message',
    text: 'Agar pemeriksaan pengaduan {nomor} tidak keliru, kami ingin mendengar cerita Anda secara langsung.\n\nKapan Anda dapat ditemui atau dihubungi? Anda boleh datang dengan pendamping, dan boleh menolak.\n\n{petugas}\n{kantor}',
  },
  {
    ...plain,
    name: 'Terima kasih atas keterangan tambahan',
    kind: 'message',
    text: 'Terima kasih, keterangan tambahan Anda sudah kami terima dan kami baca.\n\nBatas waktu kami tetap {batas_waktu}.\n\n{petugas}',
  },
  {
    ...plain,
    name: 'Kapan dan di mana terjadinya',
    kind: 'completion',
    items: ['when_it_happened', 'where_it_happened'],
    text: 'Agar pengaduan {nomor} dapat diperiksa, kami perlu tahu kapan dan di mana kejadiannya. Perkiraan hari dan tempat pun cukup.',
  },
  {
    ...plain,
    name: 'Terbukti, sudah diperbaiki',
    kind: 'answer',
    outcome: 'substantiated',
    text: 'Pengaduan Anda nomor {nomor} terbukti. Kami mohon maaf.\n\nTemuan kami: …\n\nPerbaikan yang sudah dilakukan: …\n\nBila Anda tidak puas dengan jawaban ini, Anda dapat mengajukan keberatan dari halaman pengaduan Anda.',
  },
  {
    ...plain,
    name: 'Tidak terbukti, dengan alasan',
    kind: 'answer',
    outcome: 'unsubstantiated',
    text: 'Kami sudah memeriksa pengaduan Anda nomor {nomor}.\n\nHal yang kami periksa: …\n\nTemuan kami: …\n\nDari pemeriksaan itu, pengaduan Anda tidak terbukti. Bila Anda punya bukti lain, sampaikan lewat keberatan di halaman pengaduan Anda.',
  },
  {
    ...plain,
    name: 'Bukan kewenangan kami',
    kind: 'decline',
    reason: 'not_our_authority',
    text: 'Terima kasih sudah menyampaikan pengaduan {nomor}. Hal yang Anda adukan bukan kewenangan {kantor}, sehingga kami tidak dapat memeriksanya.',
    elsewhere: 'Sampaikan ke SP4N-LAPOR! (lapor.go.id). Pengaduan diteruskan dari sana ke instansi yang berwenang.',
  },
  {
    ...plain,
    name: 'Sudah dihubungi, tidak terjawab',
    kind: 'note',
    text: 'Pelapor dihubungi lewat …, belum menjawab. Dicoba lagi pada …',
  },
]
