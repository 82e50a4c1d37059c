import type { ComplaintClass, Language, PrivacyChoice } from '../../offices/vocabulary.ts'

const classes: Readonly<Record<ComplaintClass, string>> = {
  non_oversight: 'Tidak berkadar pengawasan',
  oversight: 'Berkadar pengawasan',
}

const reporters: Readonly<Record<PrivacyChoice, string>> = {
  named: 'Dengan identitas',
  confidential: 'Identitas dirahasiakan',
  anonymous: 'Tanpa identitas',
}

const id = {
  title: 'Pengaduan',
  printedBy: (name: string, at: string) => `Dicetak oleh ${name}, ${at}`,
  status: 'Status',
  category: 'Jenis pengaduan',
  class: 'Sifat',
  classes,
  receivedAt: 'Diterima',
  reporter: 'Pelapor',
  reporters,
  handler: 'Penangan',
  subject: 'Pokok pengaduan',
  chronology: 'Uraian',
  dates: 'Batas waktu',
  dispositions: 'Disposisi',
  proposal: 'Usul jawaban',
  answer: 'Jawaban',
  declined: 'Tidak dapat ditindaklanjuti',
  objection: 'Keberatan',
  messages: 'Percakapan dengan pelapor',
  notes: 'Catatan internal',
  evidence: 'Bukti',
  evidenceColumns: ['Berkas', 'Ukuran', 'SHA-256'],
  history: 'Riwayat',
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
}

const en: typeof id = {
  title: 'Complaint',
  printedBy: (name, at) => `Printed by ${name}, ${at}`,
  status: 'Status',
  category: 'Category',
  class: 'Class',
  classes: { non_oversight: 'Not about oversight', oversight: 'About oversight' },
  receivedAt: 'Received',
  reporter: 'Reporter',
  reporters: { named: 'Named', confidential: 'Identity kept confidential', anonymous: 'Without identity' },
  handler: 'Handler',
  subject: 'Subject',
  chronology: 'What happened',
  dates: 'Time limits',
  dispositions: 'Dispatch',
  proposal: 'Proposed answer',
  answer: 'Answer',
  declined: 'Cannot be followed up',
  objection: 'Objection',
  messages: 'Messages with the reporter',
  notes: 'Internal notes',
  evidence: 'Evidence',
  evidenceColumns: ['File', 'Size', 'SHA-256'],
  history: 'History',
  page: (page, pages) => `Page ${page} of ${pages}`,
}

export const printWordsIn: Readonly<Record<Language, typeof id>> = { id, en }
