import type { StoryFieldName } from '../../case/shape/story-fields.ts'
import type { Language } from '../../offices/vocabulary.ts'

interface FieldWording {
  readonly label: string
  readonly hint?: string
  /** The label on papers, where it is another one. */
  readonly onPaper?: string
}

const id: Readonly<Record<StoryFieldName, FieldWording>> = {
  subject: { label: 'Ringkasan', hint: 'Satu kalimat yang menyebut pokok masalahnya.' },
  chronology: {
    label: 'Uraian kejadian',
    hint: 'Ceritakan berurutan: apa yang terjadi, siapa yang terlibat, dan apa akibatnya bagi Anda.',
  },
  occurredAt: { label: 'Tanggal kejadian', onPaper: 'Waktu kejadian' },
  occurredPlace: { label: 'Tempat kejadian' },
  reportedPerson: {
    label: 'Terlapor',
    hint: 'Nama atau jabatan petugas yang Anda adukan, bila tahu. Ia tidak dapat melihat pengaduan ini.',
  },
  requestedRemedy: { label: 'Penyelesaian yang Anda harapkan', onPaper: 'Yang diminta' },
}

const en: typeof id = {
  subject: { label: 'Summary', hint: 'One sentence that names the matter.' },
  chronology: {
    label: 'What happened',
    hint: 'Tell it in order: what happened, who took part, and what it did to you.',
  },
  occurredAt: { label: 'Date', onPaper: 'When it happened' },
  occurredPlace: { label: 'Place', onPaper: 'Where it happened' },
  reportedPerson: {
    label: 'Person complained about',
    hint: 'Name or position of the official, if you know it. That person cannot see this complaint.',
    onPaper: 'Reported person',
  },
  requestedRemedy: { label: 'What should be done', onPaper: 'What was asked for' },
}

/** What the fields of a story are called, in forms and on papers. */
export const fieldWordingIn: Readonly<Record<Language, typeof id>> = { id, en }
