import type { OfficeChannel } from '../../api/wire.ts'

const spokenChannels: Readonly<Record<OfficeChannel, string>> = {
  walk_in_oral: 'secara lisan di tempat kami',
  walk_in_written: 'secara tertulis di tempat kami',
  telephone: 'lewat telepon',
  fax: 'lewat faksimile',
  email: 'lewat surel',
  letter: 'lewat surat',
}

export const intake = {
  heading: 'Terima pengaduan',
  intro:
    'Untuk pengaduan lewat loket, telepon, faks, surat, atau surel. Tanda terima terbit begitu pengaduan tersimpan.',
  procedureHint: 'Jelaskan dahulu kepada pelapor:',
  received: 'Cara diterima',
  channel: 'Saluran',
  place: 'Tempat diterima',
  placeHint: 'Misalnya: Loket 2.',
  complaint: 'Pengaduan',
  category: 'Kategori',
  subject: 'Perihal',
  subjectHint: 'Satu kalimat pendek.',
  chronology: 'Uraian kejadian',
  chronologyHint: 'Apa yang terjadi, dengan kata-kata pelapor.',
  occurredAt: 'Tanggal kejadian',
  occurredPlace: 'Tempat kejadian',
  reportedPerson: 'Terlapor',
  reportedPersonHint: 'Nama, jabatan, atau ciri.',
  requestedRemedy: 'Yang diminta pelapor',
  evidence: 'Bukti',
  evidenceHint: (files: number, size: string) => `Paling banyak ${files} berkas, masing-masing sampai ${size}.`,
  addEvidence: 'Pilih berkas',
  dropEvidence: 'atau seret ke sini',
  uploading: (share: string) => `Mengunggah ${share}`,
  uploaded: 'Terunggah',
  retry: 'Ulangi',
  removeFile: (name: string) => `Hapus ${name}`,
  tooMany: (files: number) => `Paling banyak ${files} berkas.`,
  tooLarge: (size: string) => `Berkas lebih besar dari ${size}.`,
  stillUploading: 'Tunggu sampai semua berkas terunggah.',
  identity: 'Pelapor',
  privacy: 'Identitas pelapor',
  name: 'Nama',
  address: 'Alamat',
  phone: 'Nomor HP',
  email: 'Surel',
  onBehalfOf: 'Mewakili siapa',
  onBehalfOfHint: 'Isi bila yang datang adalah kuasa pelapor.',
  channels: 'Pemberitahuan lewat',
  channelsHint: 'Dicoba menurut urutan Anda memilih.',
  next: 'Bacakan kembali',

  readBackHeading: 'Bacakan kepada pelapor',
  readBackIntro: 'Bacakan kalimat di bawah ini. Bila ada yang keliru, perbaiki dahulu.',
  spokenChannels,
  spoken: {
    category: (category: string, channel: string) => `Pengaduan ini tentang “${category}” dan disampaikan ${channel}.`,
    subject: (subject: string) => `Pokoknya: ${subject}`,
    occurred: (day: string, place: string) =>
      day && place
        ? `Terjadi pada ${day} di ${place}.`
        : day
          ? `Terjadi pada ${day}.`
          : place
            ? `Terjadi di ${place}.`
            : 'Waktu dan tempatnya tidak disebutkan.',
    reportedPerson: (person: string) => (person ? `Yang diadukan: ${person}` : 'Tidak disebut siapa yang diadukan.'),
    remedy: (remedy: string) => (remedy ? `Yang diminta: ${remedy}` : 'Tidak ada permintaan khusus.'),
    evidence: (names: string) => (names ? `Bukti yang diserahkan: ${names}.` : 'Tidak ada bukti yang diserahkan.'),
    identity: (name: string, contact: string) =>
      contact ? `Atas nama ${name}, dengan kontak ${contact}.` : `Atas nama ${name}.`,
    onBehalfOf: (person: string) => `Mewakili ${person}.`,
    noContact: 'Tidak ada kontak: pelapor mengikuti sendiri dengan nomor dan kode lacak.',
  },
  statements: 'Sebelum mencatat',
  readBack: 'Sudah dibacakan dan dibenarkan pelapor, atau tulisan pelapor ada di depan saya.',
  procedureExplained: 'Tata cara pengaduan sudah dijelaskan.',
  statementsMissing: 'Centang keduanya bila sudah dilakukan.',
  submit: 'Catat dan terbitkan tanda terima',
  sending: 'Mencatat…',
  correct: 'Perbaiki',
  keptForRetry: 'Menekan tombol itu lagi tidak membuat pengaduan kedua.',

  receiptHeading: 'Pengaduan tercatat',
  receiptText: 'Serahkan nomor dan kode ini kepada pelapor. Kode lacak hanya tampil sekarang.',
  number: 'Nomor pengaduan',
  trackingCode: 'Kode lacak',
  receivedAt: 'Diterima',
  clocks: 'Batas waktu',
  followUp: 'Ikuti pengaduan di',
  printReceipt: 'Cetak nomor dan kode',
  receiptPdf: 'Tanda terima resmi (PDF)',
  openCase: 'Buka pengaduan',
  nextPerson: 'Orang berikutnya',
}
