import type { ReceiptWording } from './receipt-wording.ts'

/** The receipt in Indonesian. */
export const receiptWordingId: ReceiptWording = {
  title: 'Tanda Terima Pengaduan',
  number: 'Nomor',
  lead: 'Pengaduan berikut telah kami terima dan kami catat.',
  telephone: 'Telepon',
  receivedAt: 'Waktu diterima',
  place: 'Tempat diterima',
  online: 'Layanan daring',
  channel: 'Disampaikan melalui',
  channels: {
    web_widget: 'Formulir di situs',
    walk_in_oral: 'Datang langsung, lisan',
    walk_in_written: 'Datang langsung, tertulis',
    telephone: 'Telepon',
    fax: 'Faks',
    email: 'Surel',
    letter: 'Surat',
  },
  reporter: 'Pelapor',
  confidential: 'Identitas dirahasiakan',
  anonymous: 'Tanpa identitas',
  category: 'Jenis pengaduan',
  subject: 'Uraian singkat',
  evidence: 'Bukti yang disertakan',
  noEvidence: 'Tidak ada bukti yang disertakan.',
  browserAgreed: 'peramban dan layanan cocok',
  clocks: 'Batas waktu kami',
  due: (day) => `Paling lambat ${day}`,
  followUp: 'Cara memantau pengaduan',
  followUpText:
    'Buka alamat di bawah ini, lalu masukkan nomor pengaduan dan kode lacak. Kode lacak hanya ditunjukkan satu kali, saat pengaduan diterima, dan tidak dicetak di sini.',
  receivedBy: 'Petugas penerima',
  bySystem: 'Diterima oleh sistem',
  bySystemText: 'Diterbitkan otomatis dan ditandatangani secara digital.',
  verification: 'Periksa keaslian',
  verificationText:
    'Pindai kode QR atau buka alamat di bawah ini. Halaman itu hanya menyatakan keaslian dan tidak pernah menampilkan isi pengaduan.',
  qrAlternative: (url) => `Kode QR menuju halaman pemeriksaan keaslian: ${url}`,
  fingerprint: 'Sidik tanda tangan',
  page: (page, pages) => `Halaman ${page} dari ${pages}`,
}
