import type { LetterWording } from './model.ts'

export const letterWordingId: LetterWording = {
  title: 'Surat',
  labels: { number: 'Nomor', nature: 'Sifat', enclosures: 'Lampiran', subject: 'Hal' },
  natures: { ordinary: 'Biasa', important: 'Penting', confidential: 'Rahasia' },
  noEnclosures: '-',
  honoured: (name) => `Yth. Sdr. ${name}`,
  confidentialReporter: 'Yth. Pelapor',
  somebody: 'Bapak/Ibu',
  unsigned: 'Surat pemberitahuan ini dibuat oleh sistem pengaduan dan tidak ditandatangani.',
  civilServant: (nip) => `NIP ${nip}`,
  verification: 'Keaslian surat ini dapat diperiksa dengan kode QR atau di:',
  qrAlternative: (url) => `Kode QR menuju halaman pemeriksaan keaslian: ${url}`,
  fingerprint: (mark) => `Kode segel digital: ${mark}`,
  page: (page, pages) => `Halaman ${page} dari ${pages}`,
  sender: 'Pengirim:',
  addressedTo: 'Kepada',
  unnumbered: '(nomor diberikan saat disetujui)',
}
