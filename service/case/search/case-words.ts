import { type ReporterKey, reporterKeys } from '../../offices/act-vocabulary.ts'
import { personsIn, wordsIn } from '../../offices/questions/kept-answers.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import type { Identity } from '../../storage/vault.ts'
import { readerWordsOf } from '../readers.ts'
import type { Complaint, Dossier } from '../shape/complaint.ts'
import { listSearched, placeOf } from '../shape/story-fields.ts'
import { findableWords, labelWord, laporWord, numberWord, placeWords } from '../words/search-words.ts'

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

/** Beside the words of its texts: who reads it, whose turn it is, its labels and numbers. */
export function searchWordsOf(complaint: Complaint): readonly string[] {
  const { dossier, sequence } = complaint
  const texts = textsOf(dossier)
  return [
    ...new Set([
      ...texts.flatMap(findableWords),
      ...(dossier.older?.words ?? []),
      ...(dossier.lapor ? [laporWord(dossier.lapor.id)] : []),
      ...dossier.labels.map(labelWord),
      ...placeWords(placeOf(dossier)),
      numberWord(sequence),
      ...readerWordsOf(complaint),
    ]),
  ]
}

/** Compares the texts and labels, without working out the words. */
export const haveSameWords = (one: Complaint, other: Complaint): boolean => writtenIn(one) === writtenIn(other)

const writtenIn = (one: Complaint): string =>
  JSON.stringify([one.dossier.labels, textsOf(one.dossier), readerWordsOf(one)])

type Hash = (text: string) => string

/** Two spellings of one name, number or address become one text; `null` where there is nothing to look up. */
function normalise(key: ReporterKey, written: string): string | null {
  if (key === 'phone') return internationalNumber(written)
  if (key === 'email') return /^\S+@\S+$/.test(written.trim()) ? written.trim().toLowerCase() : null
  const words = written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  const name = words.filter(Boolean).join(' ')
  return name.length >= 3 ? name : null
}

/**
 * Returns the word under which the search index has the cases of a reporter; no text contains it. Those of confidential
 * reporters are others, so that who may not open them never looks at one.
 */
export function reporterMark(hash: Hash, key: ReporterKey, written: string, isConfidential: boolean): string | null {
  const text = normalise(key, written)
  return text === null ? null : `@${hash(`reporter ${key} ${isConfidential ? 'confidential' : 'named'}\n${text}`)}`
}

/** What the reporter's browser sealed is not among them. */
export function reporterMarksOf(hash: Hash, { privacy }: Pick<Complaint, 'privacy'>, identity: Identity): string[] {
  if (identity.sealed) return []
  return reporterKeys.flatMap((key) => {
    const written = identity[key]
    return (written && reporterMark(hash, key, written, privacy !== 'named')) || []
  })
}

interface WordsOfRow {
  readonly mark: number
  readonly words: readonly string[]
}

/** Holds the words of cases that no segment has yet. */
export interface FreshWords {
  readonly byRow: ReadonlyMap<number, WordsOfRow>
  /** This counts the words of all rows. */
  readonly size: number
  remember(row: number, words: WordsOfRow): void
  forget(row: number): void
  rowsWith(word: string): Iterable<number>
  has(word: string): boolean
  /** @param text at least `HEAD` letters */
  beginning(text: string): readonly string[]
}

/** Words lie together that begin with the same letters, so that a beginning is looked for among few. */
const HEAD = 3

const noWords: ReadonlyMap<string, ReadonlySet<number>> = new Map()

export function createFreshWords(): FreshWords {
  const byRow = new Map<number, WordsOfRow>()
  const byHead = new Map<string, Map<string, Set<number>>>()
  /** Their words are in `byHead` only once somebody searches; a segment mostly takes them before. */
  const unsearched = new Set<number>()
  let size = 0

  const headOf = (word: string): string => word.slice(0, HEAD)

  function add(word: string, row: number): void {
    const words = byHead.get(headOf(word)) ?? new Map<string, Set<number>>()
    byHead.set(headOf(word), words.set(word, (words.get(word) ?? new Set()).add(row)))
  }

  function remove(word: string, row: number): void {
    const words = byHead.get(headOf(word))
    const rows = words?.get(word)
    rows?.delete(row)
    if (rows?.size === 0) words?.delete(word)
    if (words?.size === 0) byHead.delete(headOf(word))
  }

  /** Returns the words that begin like this one, with their rows. */
  function searched(word: string): ReadonlyMap<string, ReadonlySet<number>> {
    for (const row of unsearched) for (const one of byRow.get(row)?.words ?? []) add(one, row)
    unsearched.clear()
    return byHead.get(headOf(word)) ?? noWords
  }

  function forget(row: number): void {
    const known = byRow.get(row)
    if (!known) return
    byRow.delete(row)
    size -= known.words.length
    if (unsearched.delete(row)) return
    for (const word of known.words) remove(word, row)
  }

  return {
    byRow,
    get size() {
      return size
    },
    forget,
    remember(row, words) {
      forget(row)
      byRow.set(row, words)
      size += words.words.length
      unsearched.add(row)
    },
    rowsWith: (word) => searched(word).get(word) ?? [],
    has: (word) => searched(word).has(word),
    beginning: (text) => [...searched(text).keys()].filter((word) => word.startsWith(text)),
  }
}
