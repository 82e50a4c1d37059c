import { personsIn, wordsIn } from '../../offices/questions/kept-answers.ts'
import { labelWord } from '../label-word.ts'
import { laporWord } from '../lapor-id.ts'
import type { Complaint, Dossier } from '../shape/complaint.ts'
import { listSearched, placeOf } from '../shape/story-fields.ts'
import { placeWords } from '../words/place-words.ts'
import { findableWords, numberWord } from '../words/search-words.ts'

function textsOf(dossier: Dossier): readonly (readonly (string | null)[])[] {
  const { answer, objection, declined, messages, notes, fromBook, spoken } = dossier
  return [
    listSearched(dossier),
    [...wordsIn(dossier.answers), ...personsIn(dossier.answers)],
    // The story is limited separately, so that later texts have room.
    [
      answer?.text ?? fromBook?.answer ?? null,
      objection?.text ?? null,
      declined?.text ?? null,
      spoken?.transcript?.reply?.text ?? null,
      ...messages.map(({ text }) => text),
      ...notes.map(({ text }) => text),
    ],
    [dossier.lapor?.id ?? null, fromBook?.oldNumber ?? null],
  ]
}

export function searchWordsOf({ dossier, sequence }: Pick<Complaint, 'dossier' | 'sequence'>): readonly string[] {
  const texts = textsOf(dossier)
  return [
    ...new Set([
      ...texts.flatMap(findableWords),
      ...(dossier.older?.words ?? []),
      ...(dossier.lapor ? [laporWord(dossier.lapor.id)] : []),
      ...dossier.labels.map(labelWord),
      ...placeWords(placeOf(dossier)),
      numberWord(sequence),
    ]),
  ]
}

/** Compares the texts and labels, without working out the words. */
export const haveSameWords = (one: Dossier, other: Dossier): boolean =>
  JSON.stringify([one.labels, textsOf(one)]) === JSON.stringify([other.labels, textsOf(other)])
