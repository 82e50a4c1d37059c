import type { OptionalField } from '../../../service/case/shape/story-fields.ts'

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

/** What the optional fields of a story are called. */
export const facts: Readonly<Record<FactName, FactWording>> = {
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
