import type { StaffAct } from '../../../service/contract/case-view.ts'

interface ActWords {
  /** On the button of the act bar. */
  readonly name: string
  readonly heading: string
  /** On the button that does it. */
  readonly submit: string
  /** Said once it is done. */
  readonly done: string
}

const byAct: Readonly<Record<StaffAct, ActWords>> = {
  verify: {
    name: 'Verifikasi',
    heading: 'Nyatakan lengkap dan mulai proses',
    submit: 'Mulai proses',
    done: 'Pengaduan terverifikasi dan dalam proses.',
  },
  'ask-for-completion': {
    name: 'Minta kelengkapan',
    heading: 'Minta pelapor melengkapi',
    submit: 'Kirim permintaan',
    done: 'Permintaan kelengkapan terkirim.',
  },
  dispatch: {
    name: 'Disposisi',
    heading: 'Disposisikan kepada penangan',
    submit: 'Disposisikan',
    done: 'Pengaduan didisposisikan.',
  },
  message: { name: 'Pesan', heading: 'Pesan kepada pelapor', submit: 'Kirim', done: 'Pesan terkirim.' },
  note: { name: 'Catatan', heading: 'Catatan internal', submit: 'Simpan', done: 'Catatan tersimpan.' },
  'propose-answer': {
    name: 'Usulkan jawaban',
    heading: 'Usulkan jawaban kepada pimpinan',
    submit: 'Ajukan ke pimpinan',
    done: 'Usul jawaban diajukan ke pimpinan.',
  },
  'return-answer': {
    name: 'Kembalikan usul',
    heading: 'Kembalikan usul jawaban',
    submit: 'Kembalikan',
    done: 'Usul jawaban dikembalikan.',
  },
  answer: {
    name: 'Jawab',
    heading: 'Kirim jawaban kepada pelapor',
    submit: 'Kirim jawaban',
    done: 'Jawaban terkirim kepada pelapor.',
  },
  decline: {
    name: 'Tidak dapat ditindaklanjuti',
    heading: 'Nyatakan tidak dapat ditindaklanjuti',
    submit: 'Nyatakan dan beri tahu pelapor',
    done: 'Pengaduan dinyatakan tidak dapat ditindaklanjuti.',
  },
  close: {
    name: 'Selesaikan',
    heading: 'Selesaikan pengaduan',
    submit: 'Selesaikan',
    done: 'Pengaduan selesai.',
  },
  'decide-objection': {
    name: 'Putuskan keberatan',
    heading: 'Putuskan keberatan pelapor',
    submit: 'Kirim putusan',
    done: 'Putusan keberatan terkirim.',
  },
  pause: {
    name: 'Hentikan hitungan',
    heading: 'Hentikan hitungan batas waktu sementara',
    submit: 'Hentikan',
    done: 'Hitungan batas waktu dihentikan.',
  },
  resume: {
    name: 'Jalankan hitungan',
    heading: 'Jalankan lagi hitungan batas waktu',
    submit: 'Jalankan',
    done: 'Batas waktu berjalan lagi.',
  },
  extend: {
    name: 'Perpanjang',
    heading: 'Perpanjang waktu penyelesaian',
    submit: 'Perpanjang dan beri tahu pelapor',
    done: 'Batas waktu diperpanjang.',
  },
  'explain-delay': {
    name: 'Jelaskan keterlambatan',
    heading: 'Jelaskan mengapa terlambat',
    submit: 'Kirim penjelasan',
    done: 'Penjelasan terkirim kepada pelapor.',
  },
}

export const acts = {
  bar: 'Tindakan',
  none: 'Tidak ada tindakan untuk Anda pada status ini.',
  byAct,
  whatHappens: 'Yang terjadi setelah ini',
  sending: 'Mengirim…',
  sendAnyway: 'Tetap lanjutkan',
  grounded: 'Apakah isi pengaduan tanpa identitas ini cukup berdasar?',
  groundedYes: 'Ya, cukup berdasar',
  groundedYesHint: 'Ada keterangan yang dapat diperiksa walau pelapor tidak dikenal.',
  groundedNo: 'Tidak cukup berdasar',
  groundedNoHint: 'Minta dahulu identitasnya, atau nyatakan tidak dapat ditindaklanjuti. Pelapor membaca sebabnya.',
  groundedBecause: 'Alasannya',
  groundedBecauseHint: 'Pelapor membaca alasan ini.',
  groundedRefused:
    'Yang tidak cukup berdasar tidak diproses. Minta identitasnya, atau nyatakan tidak dapat ditindaklanjuti.',
  goToIdentity: 'Minta identitas dahulu',
  goToDecline: 'Nyatakan tidak dapat ditindaklanjuti',
  items: 'Apa yang kurang?',
  itemsMissing: 'Pilih paling sedikit satu hal yang kurang.',
  completionText: 'Jelaskan kepada pelapor apa yang diperlukan',
  completionHint: 'Tulis tepat apa yang kurang dan contoh jawabannya.',
  handler: 'Penangan',
  instruction: 'Petunjuk disposisi',
  instructionHint: 'Hanya dibaca petugas.',
  handlersFailed: 'Daftar penangan gagal dimuat. Tutup panel ini, lalu buka lagi.',
  outcome: 'Hasil',
  answerText: 'Isi jawaban',
  answerHint: 'Tulis untuk pelapor: apa yang diperiksa, apa yang ditemukan, apa yang dilakukan.',
  approveAsIs: 'Setujui usul apa adanya',
  approveAsIsHint: 'Jawaban dikirim persis seperti diusulkan.',
  rewrite: 'Ubah dahulu',
  rewriteHint: 'Usul menjadi titik awal; kata-kata terakhir dari Anda.',
  approval: 'Usul jawaban',
  returnText: 'Apa yang perlu diperbaiki?',
  returnHint: 'Hanya dibaca petugas.',
  reasonIsRead: 'Pelapor membaca alasan ini.',
  pauseReason: 'Apa yang ditunggu?',
  pauseHint: 'Misalnya: hasil pemeriksaan laboratorium.',
  extendDays: 'Tambahan hari',
  extendHint: (most: number) => `Paling banyak ${most} hari, dihitung seperti batas waktunya.`,
  extendReason: 'Mengapa perlu waktu lebih lama?',
  newDate: 'Tanggal yang sekarang dijanjikan',
  newDateHint: 'Pilih tanggal yang pasti dapat dipenuhi. Bila lewat lagi, pelapor diberi tahu lagi.',
  delayReason: 'Mengapa terlambat?',
  delayHint: 'Tulis yang sebenarnya, tanpa menyalahkan pelapor.',
  declineReason: 'Alasan',
  declineText: 'Penjelasan kepada pelapor',
  elsewhere: 'Ke mana pelapor dapat pergi',
  elsewhereHint: 'Nama lembaga dan cara menghubunginya. Tidak seorang pun ditolak tanpa jalan lain.',
  closeText: 'Penutup untuk pelapor',
  upheld: 'Putusan',
  upheldYes: 'Keberatan diterima',
  upheldYesHint: 'Perkara ditangani lagi dari awal penyelesaian.',
  upheldNo: 'Keberatan ditolak',
  upheldNoHint: 'Jawaban tetap berlaku dan pengaduan selesai.',
  decisionText: 'Alasan putusan untuk pelapor',
}

export const consequences = {
  status: (status: string) => `Status menjadi “${status}”.`,
  statusStays: 'Status tidak berubah.',
  told: 'Pelapor diberi tahu lewat kontaknya: hanya nomor dan tautan, tanpa isi pengaduan.',
  toldOnPage: 'Pelapor membacanya di halaman pelacakan; tidak ada kontak untuk pemberitahuan.',
  notTold: 'Pelapor tidak diberi tahu.',
  dispatchSeen: 'Pelapor melihat bahwa pengaduannya didisposisikan, bukan kepada siapa.',
  waitingSeen: 'Pelapor melihat bahwa jawaban menunggu persetujuan, bukan isinya.',
  handlerSees: 'Penangan menemukan pengaduan ini di register dengan saringan “Saya”.',
  clockStarts: (clock: string, length: string) =>
    `Batas waktu “${clock}” mulai berjalan${length ? `: ${length}` : ''}.`,
  clockStops: (clock: string) => `Batas waktu “${clock}” berhenti.`,
  clockGoesOn: (clock: string) => `Batas waktu “${clock}” terus berjalan.`,
  clocksPause: 'Batas waktu unit berhenti sementara sampai pelapor melengkapi.',
  officeClocksPause: 'Batas waktu kantor berhenti sampai Anda menjalankannya lagi.',
  officeClocksGoOn: 'Batas waktu berjalan lagi dengan sisa hari yang ada.',
  reasonSeen: 'Pelapor melihat bahwa hitungan berhenti dan mengapa.',
  dateMoves: 'Batas waktu bergeser sebanyak hari itu. Perpanjangan tidak dapat ditarik kembali.',
  staysLate: 'Pengaduan tetap tercatat terlambat; tanggal baru berdiri di sampingnya.',
  clocksEnd: 'Semua batas waktu berhenti.',
  lapses: 'Bila sampai batas waktu tidak dilengkapi, pengaduan dianggap dicabut.',
  objectionOpen: 'Pelapor tetap dapat mengajukan keberatan sampai batas waktunya.',
  otherDecides: 'Bila pelapor keberatan, yang memutus bukan Anda.',
  final: 'Tidak dapat dibatalkan.',
  lengths: {
    working_days: (amount: number) => `${amount} hari kerja`,
    calendar_days: (amount: number) => `${amount} hari kalender`,
    hours: (amount: number) => `${amount} jam`,
  } as Readonly<Record<string, (amount: number) => string>>,
}
