import { laporWord } from '../lapor/lapor-id.ts'
import { personsIn, wordsIn } from '../questions/answered.ts'
import { numberWord, searchWords } from './search-words.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'

/** The texts of a case by whose words staff find it, in the order in which they are told. */
function textsOf(dossier: Dossier): readonly (readonly (string | null)[])[] {
  const { subject, chronology, occurredPlace, reportedPerson, requestedRemedy } = dossier
  const { answer, objection, declined, messages, notes, fromBook } = dossier
  return [
    [subject, reportedPerson, occurredPlace, requestedRemedy, chronology],
    [...wordsIn(dossier.answers), ...personsIn(dossier.answers)],
    // Bounded by themselves, so that a long story leaves room for what was written since.
    [
      answer?.text ?? fromBook?.answer ?? null,
      objection?.text ?? null,
      declined?.text ?? null,
      ...messages.map(({ text }) => text),
      ...notes.map(({ text }) => text),
    ],
    [dossier.lapor?.id ?? null, fromBook?.oldNumber ?? null],
  ]
}

/** All words under which a case is found. */
export function wordsOfCase({ dossier, sequence }: Pick<Complaint, 'dossier' | 'sequence'>): readonly string[] {
  return [
    ...new Set([
      ...textsOf(dossier).flatMap(searchWords),
      ...(dossier.older?.words ?? []),
      ...(dossier.lapor ? [laporWord(dossier.lapor.id)] : []),
      numberWord(sequence),
    ]),
  ]
}

/** Tells whether two states of a case are found by the same words; it is told without working them out. */
export const haveSameWords = (one: Dossier, other: Dossier): boolean =>
  JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other))
