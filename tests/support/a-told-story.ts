import { mapFields, type OptionalField, optionalFields } from '../../service/case/shape/story-fields.ts'

/** Tells every optional field of a story, each in words of its own. */
export const everythingTold = {
  occurredAt: '2026-11-20',
  occurredPlace: 'Loket 2, lantai 1',
  reportedPerson: 'Petugas laki-laki di loket dua, berkacamata',
  requestedRemedy: 'Uang dikembalikan dan tarif dipasang di loket.',
} satisfies Readonly<Record<OptionalField['name'], string>>

const { occurredAt: ___, ...texts } = everythingTold
/** What the reporter wrote in words. A day is written out where people read it. */
export const textsTold: readonly string[] = Object.values(texts)

/** Tells when and where, and nothing else that may be left out. */
export const { reportedPerson: _, requestedRemedy: __, ...whenAndWhere } = everythingTold

/** Tells where, and nothing else that may be left out. */
export const toldWhere = (words: string | null) => ({ ...nothingTold, occurredPlace: words })

export const nothingTold = mapFields(optionalFields, () => null)
