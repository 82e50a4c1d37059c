import { oneLetterAway } from '../words/one-letter-away.ts'
import { type AskedWord, asWritten, formsOf, readWritten } from '../words/search-words.ts'
import type { CaseTable } from './case-table.ts'
import type { FreshWords } from './fresh-words.ts'
import type { Segment } from './segment.ts'

export interface WordMasks {
  /** The index is the rank; bit n is set where the case contains a form of word n. */
  readonly of: Uint8Array
  /** The same, and where it contains a longer word, a similar one, or lies in a category that is named so. */
  readonly near: Uint8Array
  /** How many cases have a form of each word, or what is near it. */
  readonly cases: readonly number[]
}

export const MOST_WORDS = 8

/** A word of a search, with the categories whose name it is part of. */
export interface WantedWord extends AskedWord {
  readonly categories: readonly string[]
}

/** For a segment in memory, `rows` gives the row of each of its documents and `marks` the text that was indexed. */
export interface LoadedSegment {
  readonly segment: Segment
  /** The index is the place of a document; -1 means that its case is unknown. */
  readonly rows: Int32Array
  readonly marks: Uint32Array
}

/**
 * Shorter words are one letter away from too many others: with those of five letters, precision falls from 0.79 to 0.78
 * (`tests/search-quality`). A word that nobody finds is likelier to be mistyped.
 */
const LEAST_LETTERS = 6
const LEAST_LETTERS_OF_UNKNOWN = 4

/** Of so many longer words, other forms are found too. */
const MOST_LONGER = 40

/** Marks the cases of each word: those that contain it, then also those with what is near it. */
export async function masksOf(
  state: Marked,
  words: readonly WantedWord[],
  hidden: ReadonlySet<string> = new Set(),
): Promise<WordMasks> {
  const { size } = state.table
  const [of, near] = [new Uint8Array(size), new Uint8Array(size)]
  const isHidden = state.table.hiddenRows(hidden)
  const cases: number[] = []
  for (const [at, word] of words.entries()) {
    const bit = 1 << at
    const mark = markIn(state, isHidden, [of, near], bit)
    const markNear = markIn(state, isHidden, [near], bit)
    for (const form of new Set(word.forms)) await mark.having(form)
    if (word.typed !== null) {
      const longer = await markNear.beginning([word.typed, asWritten(word.typed)])
      const isFound = mark.count() + markNear.count() > 0
      const mayBeMistyped = word.typed.length >= (isFound ? LEAST_LETTERS : LEAST_LETTERS_OF_UNKNOWN)
      const similar = mayBeMistyped ? await markNear.seenAmong(await knownAmong(state, oneLetterAway(word.typed))) : []
      const forms = [...longer.slice(0, MOST_LONGER), ...similar].flatMap((one) => formsOf(readWritten(one)))
      for (const form of new Set(forms)) await markNear.having(form)
    }
    if (word.categories.length > 0) markNear.within(word.categories)
    cases.push(mark.count() + markNear.count())
  }
  return { of, near, cases }
}

interface Marked {
  readonly table: CaseTable
  readonly loaded: ReadonlyMap<string, LoadedSegment>
  readonly fresh: FreshWords
}

/** Sets the bit of a word in the masks. The last one has all bits that the others have. */
function markIn({ table, loaded, fresh }: Marked, isHidden: Uint8Array, masks: readonly Uint8Array[], bit: number) {
  const { marks: current, rankOf } = table.columns()
  const widest = masks.at(-1)
  let cases = 0

  function take(row: number): void {
    if (isHidden[row] === 1) return
    const rank = rankOf ? (rankOf[row] ?? 0) : row
    if (((widest?.[rank] ?? 0) & bit) !== 0) return
    for (const mask of masks) mask[rank] = (mask[rank] ?? 0) | bit
    cases++
  }

  const placesOf =
    ({ rows, marks }: LoadedSegment, take: (row: number) => void) =>
    (place: number) => {
      const row = rows[place] ?? -1
      if (row >= 0 && current[row] === marks[place]) take(row)
    }

  return {
    count: () => cases,
    async having(word: string) {
      for (const one of loaded.values()) await one.segment.eachPlaceOf(word, placesOf(one, take))
      for (const row of fresh.rowsWith(word)) take(row)
    },
    /** Returns the longer words that somebody who sees these cases can read in them. */
    async beginning(texts: readonly string[]): Promise<readonly string[]> {
      const seen = new Set<string>()
      const takeOf = (word: string) => (row: number) => {
        if (isHidden[row] === 1) return
        seen.add(word)
        take(row)
      }
      for (const text of texts) {
        for (const one of loaded.values()) await one.segment.eachPlaceFrom(text, (word) => placesOf(one, takeOf(word)))
        for (const word of fresh.beginning(text)) for (const row of fresh.rowsWith(word)) takeOf(word)(row)
      }
      return [...seen]
    },
    async seenAmong(words: readonly string[]): Promise<readonly string[]> {
      const seen = new Set<string>()
      for (const word of words) {
        const note = (row: number) => {
          if (isHidden[row] !== 1) seen.add(word)
        }
        for (const one of loaded.values()) await one.segment.eachPlaceOf(word, placesOf(one, note))
        for (const row of fresh.rowsWith(word)) note(row)
      }
      return [...seen]
    },
    within(categories: readonly string[]) {
      const fits = table.fits({ narrow: { category: categories } })
      for (let row = 0; row < table.size; row++) if (fits(row)) take(row)
    },
  }
}

/** Returns those words, with how they are written, that some case has. */
async function knownAmong({ loaded, fresh }: Marked, words: readonly string[]): Promise<readonly string[]> {
  const tests = await Promise.all([...loaded.values()].map(({ segment }) => segment.knownWords()))
  const isKnown = (word: string) => fresh.has(word) || tests.some((isIn) => isIn(word))
  return words.flatMap((word) => [word, asWritten(word)]).filter(isKnown)
}
