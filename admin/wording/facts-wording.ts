import type { OptionalField } from '../../service/case/shape/story-fields.ts'
import { inBoth } from './wording.ts'

type FactName = OptionalField['name']

interface FactWording {
  readonly label: string
  readonly hint?: string
  /** The question in the form of an officer. */
  readonly question: string
  /** The label in the form of the national channel, or what stands before it in the content there. */
  readonly inLapor: string
  /** The sentence that is read back, also where nothing was given; `''`: another field says it. */
  readonly readBack: (value: string, all: Readonly<Record<FactName, string>>) => string
}

const id: Readonly<Record<FactName, FactWording>> = {
  occurredAt: {
    label: 'Waktu kejadian',
    question: 'Kapan?',
    inLapor: 'Tanggal kejadian',
    readBack: (day, { occurredPlace: place }) => {
      if (day) return place ? `Terjadi pada ${day} di ${place}.` : `Terjadi pada ${day}.`
      return place ? `Terjadi di ${place}.` : 'Waktu dan tempatnya tidak disebutkan.'
    },
  },
  occurredPlace: {
    label: 'Tempat kejadian',
    question: 'Di mana?',
    inLapor: 'Lokasi kejadian',
    readBack: () => '',
  },
  reportedPerson: {
    label: 'Orang yang diadukan',
    hint: 'Nama, jabatan, atau ciri.',
    question: 'Siapa yang diadukan?',
    inLapor: 'Terlapor',
    readBack: (person) => (person ? `Orang yang diadukan: ${person}` : 'Tidak disebut siapa yang diadukan.'),
  },
  requestedRemedy: {
    label: 'Harapan pelapor',
    question: 'Apa yang diminta?',
    inLapor: 'Harapan pelapor',
    readBack: (remedy) => (remedy ? `Harapan Anda: ${remedy}` : 'Tidak ada permintaan khusus.'),
  },
}

const en: typeof id = {
  occurredAt: {
    label: 'When it happened',
    question: 'When?',
    inLapor: 'Date of the event',
    readBack: (day, { occurredPlace: place }) => {
      if (day) return place ? `It happened on ${day} at ${place}.` : `It happened on ${day}.`
      return place ? `It happened at ${place}.` : 'When and where are not told.'
    },
  },
  occurredPlace: {
    label: 'Where it happened',
    question: 'Where?',
    inLapor: 'Place of the event',
    readBack: () => '',
  },
  reportedPerson: {
    label: 'Person complained about',
    hint: 'Name, position or description.',
    question: 'Whom is it about?',
    inLapor: 'Reported',
    readBack: (person) => (person ? `Complained about: ${person}` : 'Nobody in particular is complained about.'),
  },
  requestedRemedy: {
    label: 'What the reporter asks for',
    question: 'What is asked for?',
    inLapor: 'Asked for',
    readBack: (remedy) => (remedy ? `What is asked for: ${remedy}` : 'Nothing in particular is asked for.'),
  },
}

/** What the optional fields of a story are called. It comes with the first page that names them. */
export const factsWording = inBoth({ id, en })
