import { oneLetterAway } from '../words/one-letter-away.ts'
import { type AskedWord, asWritten, formsOf, readWritten } from '../words/search-words.ts'
import type { Narrowing } from './case-columns.ts'
import type { CaseTable } from './case-table.ts'
import type { FreshWords } from './fresh-words.ts'
import { addBits, type Bits, bitsOf, countBits, hasBit, keepBits, setBit } from './row-bits.ts'
import type { RanksOfWords } from './search-steps.ts'
import type { Segment } from './segment.ts'
import { addSeen, type SegmentRows, type SegmentWords } from './segment-words.ts'

/** The ranks of the cases of each word: those that contain a form of it; and those that also contain a longer word, a similar one, or lie in a category that is named so. */
export interface WordMasks extends RanksOfWords {
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

/** For a segment in memory, `marks` gives the text of each of its documents that was indexed. */
export interface LoadedSegment extends SegmentRows {
  readonly segment: Segment
  readonly words: SegmentWords
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

interface Marked {
  readonly table: CaseTable
  readonly loaded: ReadonlyMap<string, LoadedSegment>
  readonly fresh: FreshWords
}

/** Marks the cases of each word: those that contain it, then also those with what is near it. */
export async function masksOf(
  state: Marked,
  words: readonly WantedWord[],
  { hidden, narrow }: Pick<Narrowing, 'hidden' | 'narrow'> = {},
): Promise<WordMasks> {
  const { table } = state
  const category = narrow?.category
  // Somebody's categories are all that they read, so cases of others have no part in it either.
  const seen = table.fitting({ ...(hidden && { hidden }), ...(category !== undefined && { narrow: { category } }) })
  const [of, near]: [Bits[], Bits[]] = [[], []]
  for (const word of words) {
    const marked = await markWord(state, seen, word)
    of.push(marked.of)
    near.push(marked.near)
  }
  return {
    of: of.map(table.ranksOf),
    near: near.map(table.ranksOf),
    cases: near.map(countBits),
    visible: countBits(seen),
  }
}

async function markWord(
  state: Marked,
  seen: Bits,
  { forms, typed, among = '', categories }: WantedWord,
): Promise<{ readonly of: Bits; readonly near: Bits }> {
  const { size } = state.table
  const [of, near] = [bitsOf(size), bitsOf(size)]
  const mark = markIn(state, seen)
  for (const form of new Set(forms)) await mark.having(form, of)
  addBits(near, of)
  if (typed !== null) {
    const lying = (text: string) => [among + text, among + asWritten(text)]
    const longer = await mark.beginning(lying(typed), near)
    const mayBeMistyped = typed.length >= (mark.isAnySeen() ? LEAST_LETTERS : LEAST_LETTERS_OF_UNKNOWN)
    const likely = () => oneLetterAway(typed).flatMap(lying)
    const similar = mayBeMistyped ? await mark.seenAmong(among + typed, likely) : []
    const others = [...longer.slice(0, MOST_LONGER), ...similar].flatMap((one) =>
      formsOf(readWritten(one.slice(among.length))),
    )
    for (const form of new Set(others)) await mark.having(among + form, near)
  }
  if (categories.length > 0) addBits(near, keepBits(state.table.fitting({ narrow: { category: categories } }), seen))
  return { of, near }
}

/** Marks the cases of one word of a search that are seen. Each word of the index is looked up once for it. */
function markIn({ loaded, fresh }: Marked, seen: Bits) {
  /** The words of the index that were looked up, and whether a case that has one is seen. */
  const walked = new Map<string, boolean>()

  function addFresh(word: string, into: Bits | null): boolean {
    let isAny = false
    for (const row of fresh.rowsWith(word)) {
      if (!hasBit(seen, row)) continue
      isAny = true
      if (into) setBit(into, row)
    }
    return isAny
  }

  async function add(word: string, into: Bits | null): Promise<boolean> {
    let isAny = addFresh(word, into)
    for (const one of loaded.values()) if (addSeen(await one.words.rowsOf(word), one, seen, into)) isAny = true
    return isAny
  }

  return {
    isAnySeen: () => [...walked.values()].includes(true),

    async having(word: string, into: Bits): Promise<void> {
      if (!walked.has(word)) walked.set(word, await add(word, into))
    },

    /** Returns the longer words that somebody who sees these cases can read in them. */
    async beginning(texts: readonly string[], into: Bits): Promise<readonly string[]> {
      const before = new Map(walked)
      const isLonger = (word: string) => texts.some((text) => word.startsWith(text))
      const note = (word: string, isSeen: boolean) => walked.set(word, isSeen || walked.get(word) === true)
      for (const text of texts) {
        for (const one of loaded.values()) {
          await one.words.eachFrom(text, (word, rows) => {
            if (!before.has(word)) note(word, addSeen(rows, one, seen, into))
          })
        }
        for (const word of fresh.beginning(text)) if (!before.has(word)) note(word, addFresh(word, into))
      }
      return [...walked].flatMap(([word, isSeen]) => (isSeen && isLonger(word) ? [word] : []))
    },

    async seenAmong(name: string, words: () => readonly string[]): Promise<readonly string[]> {
      const known = new Set(words().filter(fresh.has))
      for (const one of loaded.values()) for (const word of await one.words.knownAmong(name, words)) known.add(word)
      const found: string[] = []
      for (const word of known) if (await add(word, null)) found.push(word)
      return found
    },
  }
}
