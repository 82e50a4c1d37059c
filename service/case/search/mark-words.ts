import { oneLetterAway } from '../words/one-letter-away.ts'
import { type AskedWord, asWritten, formsOf, readWritten } from '../words/search-words.ts'
import type { Narrowing } from './case-columns.ts'
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
  /** How many cases could have one. */
  readonly visible: number
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

/** So many longer words are found in other forms too. */
const MOST_LONGER = 40

/** Marks the cases of each word: those that contain it, then also those with what is near it. */
export async function masksOf(
  state: Marked,
  words: readonly WantedWord[],
  narrowing: Pick<Narrowing, 'hidden' | 'narrow'> = {},
): Promise<WordMasks> {
  const { size } = state.table
  const [of, near] = [new Uint8Array(size), new Uint8Array(size)]
  const isHidden = rowsLeftOut(state.table, narrowing)
  const cases: number[] = []
  for (const [at, word] of words.entries()) {
    const bit = 1 << at
    const walked = new Map<string, boolean>()
    const mark = markIn(state, isHidden, { of, near, bit, walked })
    const markNear = markIn(state, isHidden, { of: null, near, bit, walked })
    for (const form of new Set(word.forms)) await mark.having(form)
    if (word.typed !== null) {
      const { typed, among = '' } = word
      const lying = (text: string) => [among + text, among + asWritten(text)]
      const longer = await markNear.beginning(lying(typed))
      const isFound = mark.count() + markNear.count() > 0
      const mayBeMistyped = typed.length >= (isFound ? LEAST_LETTERS : LEAST_LETTERS_OF_UNKNOWN)
      const similar = mayBeMistyped
        ? await markNear.seenAmong(await knownAmong(state, oneLetterAway(typed).flatMap(lying)))
        : []
      const forms = [...longer.slice(0, MOST_LONGER), ...similar].flatMap((one) =>
        formsOf(readWritten(one.slice(among.length))),
      )
      for (const form of new Set(forms)) await markNear.having(among + form)
    }
    if (word.categories.length > 0) markNear.within(word.categories)
    cases.push(mark.count() + markNear.count())
  }
  return { of, near, cases, visible: size - countOnes(isHidden) }
}

/** Somebody's categories are all that they read, so cases of others have no part in it either. */
function rowsLeftOut(
  table: CaseTable,
  { hidden = new Set(), narrow }: Pick<Narrowing, 'hidden' | 'narrow'>,
): Uint8Array {
  const isLeftOut = table.hiddenRows(hidden)
  const category = narrow?.category
  if (category === undefined) return isLeftOut
  const fits = table.fits({ narrow: { category } })
  return isLeftOut.map((isHidden, row) => (isHidden === 1 || !fits(row) ? 1 : 0))
}

interface Marked {
  readonly table: CaseTable
  readonly loaded: ReadonlyMap<string, LoadedSegment>
  readonly fresh: FreshWords
}

function countOnes(bytes: Uint8Array): number {
  let ones = 0
  for (const one of bytes) ones += one
  return ones
}

interface Masks {
  /** It is `null` where only what is near the word is marked. */
  readonly of: Uint8Array | null
  /** It has all bits that the other has. */
  readonly near: Uint8Array
  readonly bit: number
  /** The words of the index whose cases have the bit, and whether one of these cases is seen. */
  readonly walked: Map<string, boolean>
}

type TakeRow = (row: number) => void

/** The rows of the words of an index. */
function rowsOfWords({ table, loaded, fresh }: Marked) {
  const { marks: current } = table.columns()
  const placesOf =
    ({ rows, marks }: LoadedSegment, take: TakeRow) =>
    (place: number) => {
      const row = rows[place] ?? -1
      if (row >= 0 && current[row] === marks[place]) take(row)
    }

  return {
    async having(word: string, take: TakeRow): Promise<void> {
      for (const one of loaded.values()) await one.segment.eachPlaceOf(word, placesOf(one, take))
      for (const row of fresh.rowsWith(word)) take(row)
    },
    /** @param takeOf `null` leaves out a word */
    async beginning(text: string, takeOf: (word: string) => TakeRow | null): Promise<void> {
      for (const one of loaded.values()) {
        await one.segment.eachPlaceFrom(text, (word) => {
          const take = takeOf(word)
          return take && placesOf(one, take)
        })
      }
      for (const word of fresh.beginning(text)) {
        const take = takeOf(word)
        if (take) for (const row of fresh.rowsWith(word)) take(row)
      }
    },
  }
}

/** Sets the bit of a word in the masks. A common word lies in every case, so each word of the index is walked once. */
function markIn(state: Marked, isHidden: Uint8Array, { of, near, bit, walked }: Masks) {
  const { table } = state
  const { rankOf } = table.columns()
  const rows = rowsOfWords(state)
  let cases = 0

  function take(row: number): void {
    const rank = rankOf ? (rankOf[row] ?? 0) : row
    const before = near[rank] ?? 0
    if ((before & bit) !== 0) return
    near[rank] = before | bit
    if (of) of[rank] = (of[rank] ?? 0) | bit
    cases++
  }

  /** Takes the rows of a word that are seen, and tells of the first one. */
  function takeSeen(onSeen: () => void, takeOne = take): TakeRow {
    let isSeen = false
    return (row) => {
      if (isHidden[row] === 1) return
      if (!isSeen) onSeen()
      isSeen = true
      takeOne(row)
    }
  }

  return {
    count: () => cases,
    async having(word: string) {
      if (walked.has(word)) return
      walked.set(word, false)
      const onSeen = () => walked.set(word, true)
      await rows.having(word, takeSeen(onSeen))
    },
    /** Returns the longer words that somebody who sees these cases can read in them. */
    async beginning(texts: readonly string[]): Promise<readonly string[]> {
      const isLonger = (word: string) => texts.some((text) => word.startsWith(text))
      const seen = new Set([...walked.keys()].filter((word) => walked.get(word) && isLonger(word)))
      const takeOf = (word: string) => (walked.has(word) ? null : takeSeen(() => seen.add(word)))
      for (const text of texts) await rows.beginning(text, takeOf)
      for (const word of seen) walked.set(word, true)
      return [...seen]
    },
    async seenAmong(words: readonly string[]): Promise<readonly string[]> {
      const seen = new Set<string>()
      const note = (word: string) =>
        takeSeen(
          () => seen.add(word),
          () => {},
        )
      for (const word of words) await rows.having(word, note(word))
      return [...seen]
    },
    within(categories: readonly string[]) {
      const fits = table.fits({ narrow: { category: categories } })
      for (let row = 0; row < table.size; row++) if (fits(row) && isHidden[row] !== 1) take(row)
    },
  }
}

/** Returns those words that some case has. */
async function knownAmong({ loaded, fresh }: Marked, words: readonly string[]): Promise<readonly string[]> {
  const tests = await Promise.all([...loaded.values()].map(({ segment }) => segment.knownWords()))
  const isKnown = (word: string) => fresh.has(word) || tests.some((isIn) => isIn(word))
  return words.filter(isKnown)
}
