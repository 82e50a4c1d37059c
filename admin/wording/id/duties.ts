import type { DutiesView } from '../../../service/contract/duties.ts'

type Duty = DutiesView['duties'][number]['duty']

const names: Readonly<Record<Duty, string>> = {
  read: 'membaca pengaduan',
  verify: 'memverifikasi',
  handle: 'menangani dan mengusulkan jawaban',
  sign: 'menyetujui jawaban',
  decide_objection: 'memutus keberatan',
  keep_identities: 'memutus permintaan membuka identitas rahasia',
  second_person: 'menjadi orang kedua untuk ekspor register',
  answer_data_requests: 'menjawab permintaan data pribadi',
  print_and_post: 'mencetak dan mengirim surat',
}

/** Says how somebody gets a duty that nobody has. */
const remedies: Readonly<Record<Duty, string>> = {
  read: 'Undang petugas.',
  verify: 'Undang petugas verifikasi.',
  handle: 'Undang petugas penangan.',
  sign: 'Undang pimpinan unit, atau tunjuk pelaksana harian.',
  decide_objection: 'Undang pimpinan kedua, pimpinan unit induk, atau Inspektorat.',
  keep_identities: 'Beri seorang petugas peran pemegang kunci identitas.',
  second_person: 'Undang pimpinan kedua, pimpinan unit induk, atau Inspektorat.',
  answer_data_requests: 'Undang pimpinan unit, atau tunjuk pelaksana harian.',
  print_and_post: 'Beri seorang petugas peran petugas penerima.',
}

export const duties = {
  names,
  remedies,
  gapsHeading: 'Belum ada yang dapat mengerjakan ini',
  nobody: (duty: string) => `Belum ada yang dapat ${duty}.`,
  away: (duty: string, day: string) => `Sampai ${day} tidak ada yang dapat ${duty}.`,
  besidesAway: (duty: string, names: string, day: string) =>
    `Selain ${names}, sampai ${day} tidak ada yang dapat ${duty}.`,
  besides: (duty: string, names: string) => `Selain ${names}, belum ada yang dapat ${duty}.`,
  only: (categories: string) => `Kategori: ${categories}.`,
  confidentialHidden: 'Sampai ada, formulir tidak menawarkan “identitas dirahasiakan”.',
  lettersHidden: 'Sampai ada, formulir tidak menawarkan surat.',
  formClosed: 'Formulir belum dibuka untuk umum sampai ada yang membaca, memverifikasi, menangani, dan menyetujui.',
  absence: 'Berhalangan',
  absenceOf: (name: string) => `Berhalangan: ${name}`,
  absenceText:
    'Selama itu pengganti memegang peran dan pengaduannya, sampai harinya lewat. Peran pemegang kunci identitas tidak ikut.',
  first: 'Hari pertama',
  last: 'Hari terakhir',
  deputy: 'Pengganti',
  nobodyYet: 'Belum ada pengganti',
  title: 'Sebagai',
  titles: {
    plh: 'Pelaksana harian (Plh.): pejabatnya berhalangan sementara',
    plt: 'Pelaksana tugas (Plt.): jabatannya sedang kosong',
  },
  add: 'Tambah',
  end: 'Hapus',
  saved: 'Tersimpan. Berakhir sendiri setelah hari terakhir.',
  removed: 'Dihapus.',
  missing: 'Isi hari pertama dan hari terakhir.',
  period: (first: string, last: string) => (first === last ? first : `${first} sampai ${last}`),
  replacedBy: (title: string, name: string) => `${title}: ${name}`,
  awayNow: (name: string | null) => (name ? `Berhalangan, digantikan ${name}` : 'Berhalangan, belum ada pengganti'),
  successor: 'Pengaduannya diteruskan kepada',
  successorHint: 'Pengaduan terbuka, tugas, permintaan, dan konsepnya pindah sekaligus.',
  held: {
    case: 'pengaduan',
    assistance: 'tugas membantu',
    improvement: 'perbaikan',
    identity_request: 'permintaan identitas',
    approval: 'permintaan persetujuan',
    paper: 'konsep berita acara atau laporan',
    deputy: 'penunjukan sebagai pengganti',
  },
  goes: (what: string) => (what ? `Pindah: ${what}.` : 'Tidak ada yang perlu dipindahkan.'),
  remains: (what: string) =>
    `Tidak dapat pindah kepadanya: ${what}. Pengaduan menunggu disposisi; yang lain diajukan lagi.`,
  noSuccessor: 'Menunggu disposisi ulang',
  own: 'Saat Anda berhalangan',
  ownText: 'Catat hari dan pengganti Anda, agar pengaduan tidak menunggu.',
  ownReason: 'Mengapa Anda sendiri yang memutus',
  ownReasonHint: 'Anda yang memberi jawaban ini. Pelapor membaca alasan Anda.',
  setting: 'Keberatan di unit kecil',
  settingAllow: 'Pemberi jawaban boleh memutus keberatan atas jawabannya sendiri',
  settingText:
    'Hanya bila tidak ada pimpinan lain, pimpinan unit induk, atau Inspektorat. Ia menulis alasannya, dan pelapor membacanya.',
  spreading: 'Pembagian pengaduan',
  mostOpenCases: 'Paling banyak pengaduan terbuka per penangan',
  mostOpenCasesHint:
    'Kosongkan bila pengaduan dibagi sendiri oleh petugas. Bila diisi, pengaduan yang diverifikasi langsung diberikan kepada penangan dengan pengaduan terbuka paling sedikit. Bila semua penuh, pengaduan menunggu disposisi, dan petugas verifikasi serta pimpinan diberi tahu.',
  operatorGaps: (names: string) => `Belum ada yang dapat: ${names}.`,
  operatorClosed: 'Formulir belum dibuka: petugas belum lengkap.',
  shortTitles: { plh: 'Plh.', plt: 'Plt.' },
}
