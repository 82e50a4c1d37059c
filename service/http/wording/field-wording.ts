import type { StoryFieldName } from '../../case/shape/story-fields.ts'
import type { Language } from '../../offices/vocabulary.ts'

interface FieldWording {
  readonly label: string
  readonly hint?: string
  /** The label on papers, where it is another one. */
  readonly onPaper?: string
}

const id: Readonly<Record<StoryFieldName, FieldWording>> = {
  subject: { label: 'Pokok pengaduan', hint: 'Contoh: “Diminta uang saat mengambil surat”.' },
  chronology: { label: 'Uraian kejadian', hint: 'Ceritakan dengan kata-kata sendiri, dari awal sampai akhir.' },
  occurredAt: { label: 'Tanggal kejadian', onPaper: 'Waktu kejadian' },
  occurredPlace: { label: 'Tempat kejadian', hint: 'Contoh: loket 2.' },
  reportedPerson: {
    label: 'Siapa yang diadukan',
    hint: 'Petugas dengan nama itu tidak membacanya, sampai petugas lain memutuskan.',
    onPaper: 'Orang yang diadukan',
  },
  requestedRemedy: { label: 'Harapan Anda', onPaper: 'Harapan pelapor' },
}

const en: typeof id = {
  subject: { label: 'Subject', hint: 'Example: “Asked for money when I collected a letter”.' },
  chronology: { label: 'What happened', hint: 'In your own words, from beginning to end.' },
  occurredAt: { label: 'Date', onPaper: 'When it happened' },
  occurredPlace: { label: 'Place', hint: 'Example: counter 2.', onPaper: 'Where it happened' },
  reportedPerson: {
    label: 'Who the complaint is about',
    hint: 'Staff with that name cannot read it until other staff decide.',
    onPaper: 'Reported person',
  },
  requestedRemedy: { label: 'What you hope for', onPaper: 'What was asked for' },
}

/** What the fields of a story are called, in forms and on papers. */
export const fieldWordingIn: Readonly<Record<Language, typeof id>> = { id, en }
