import { keepRecent, type Recent } from '../../shared/instant.ts'
import { type AskedWord, asWritten, formsOf, isNumberWord, readWritten } from '../words/search-words.ts'
import { oneLetterAway } from '../words/word-forms.ts'
import { walkRising } from './bytes.ts'
import type { CaseTable, Narrowing } from './case-table.ts'
import type { FreshWords } from './case-words.ts'
import { addBits, type Bits, bitsOf, countBits, hasBit, keepBits, type RanksOfWords, setBit } from './rows.ts'
import type { CodedPlaces, Segment } from './segment.ts'

/** The rows of a word in one segment: one by one where they are few, else as bits from the segment's lowest row on. */
export type RowsOfWord = Int32Array | Bits

/** What was asked for lately, by the segment and the text. */
export interface KeptWords {
  readonly rows: Recent<RowsOfWord>
  readonly lists: Recent<readonly string[]>
}

/** A common word among a million cases takes 125 kB. */
const MOST_BYTES = 16 * 1024 * 1024
const MOST_BYTES_OF_LISTS = 1024 * 1024

/** Longer lists are read anew each time. */
const MOST_LISTED = 200

export const keepWords = (mostBytes = MOST_BYTES): KeptWords => ({
  rows: keepRecent(mostBytes, ({ byteLength }) => byteLength + 200),
  lists: keepRecent(MOST_BYTES_OF_LISTS, (words) => 200 + 100 * words.length),
})

/** The cases that a segment in memory has. */
export interface SegmentRows {
  /** The index is the place of a document; -1 means that its case is unknown. */
  readonly rows: Int32Array
  /** The lowest row, or one before it that 32 divides. */
  readonly lowest: number
  /** The rows whose text is the one that was indexed, from the lowest on. */
  readonly current: Bits
}

export function segmentRows(rows: Int32Array): SegmentRows {
  let [first, last] = [Number.MAX_SAFE_INTEGER, -1]
  for (const row of rows) {
    if (row < 0) continue
    first = Math.min(first, row)
    last = Math.max(last, row)
  }
  const lowest = last < 0 ? 0 : first - (first % 32)
  return { rows, lowest, current: bitsOf(last < 0 ? 0 : last + 1 - lowest) }
}

/** The words of a segment with their rows. */
export interface SegmentWords {
  rowsOf(word: string): Promise<RowsOfWord>
  /** Yields each word with this beginning. */
  eachFrom(beginning: string, take: (word: string, rows: RowsOfWord) => void): Promise<void>
  /**
   * Returns those of these words that some document may contain.
   * @param name what they are to each other
   */
  knownAmong(name: string, words: () => readonly string[]): Promise<readonly string[]>
}

/** @param name tells the segment from others whose words are kept */
export function segmentWords(name: string, segment: Segment, own: SegmentRows, kept: KeptWords): SegmentWords {
  const nameOf = (kind: 'word' | 'from' | 'among', text: string) => `${name} ${kind} ${text}`

  function keepRows(word: string, places: CodedPlaces | null): RowsOfWord {
    const rows = rowsIn(own, places)
    kept.rows.keep(nameOf('word', word), rows)
    return rows
  }

  async function rowsOf(word: string): Promise<RowsOfWord> {
    return kept.rows.get(nameOf('word', word)) ?? keepRows(word, await segment.placesOf(word))
  }

  return {
    rowsOf,

    async eachFrom(beginning, take) {
      const known = kept.lists.get(nameOf('from', beginning))
      if (known) {
        for (const word of known) take(word, await rowsOf(word))
        return
      }
      const words: string[] = []
      await segment.eachWordFrom(beginning, (word, places) => {
        words.push(word)
        take(word, kept.rows.get(nameOf('word', word)) ?? keepRows(word, places))
      })
      if (words.length <= MOST_LISTED) kept.lists.keep(nameOf('from', beginning), words)
    },

    async knownAmong(of, words) {
      const known = kept.lists.get(nameOf('among', of))
      if (known) return known
      const found = await segment.knownAmong(words())
      kept.lists.keep(nameOf('among', of), found)
      return found
    },
  }
}

function rowsIn({ rows, lowest, current }: SegmentRows, places: CodedPlaces | null): RowsOfWord {
  if (!places) return new Int32Array(0)
  const { count, coded } = places
  if (count >= current.length) {
    const bits: Bits = new Uint32Array(current.length)
    walkRising(coded, count, (place) => {
      const row = rows[place] ?? -1
      if (row >= 0) setBit(bits, row - lowest)
    })
    return bits
  }
  const few = new Int32Array(count)
  let size = 0
  walkRising(coded, count, (place) => {
    const row = rows[place] ?? -1
    if (row >= 0) few[size++] = row
  })
  return few.slice(0, size)
}

/**
 * Adds the rows of a word that are current and seen.
 * @param into `null` adds them nowhere
 * @returns whether there is any
 */
export function addSeen(found: RowsOfWord, { lowest, current }: SegmentRows, seen: Bits, into: Bits | null): boolean {
  let any = 0
  if (found instanceof Int32Array) {
    for (const row of found) {
      if (!hasBit(current, row - lowest) || !hasBit(seen, row)) continue
      any = 1
      if (into) setBit(into, row)
    }
    return any !== 0
  }
  const offset = lowest >>> 5
  for (let at = 0; at < found.length; at++) {
    const some = (found[at] ?? 0) & (current[at] ?? 0) & (seen[offset + at] ?? 0)
    any |= some
    if (into) into[offset + at] = (into[offset + at] ?? 0) | some
  }
  return any !== 0
}

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
  { hidden, narrow, readBy }: Pick<Narrowing, 'hidden' | 'narrow' | 'readBy'> = {},
): Promise<WordMasks> {
  const { table } = state
  const category = narrow?.category
  // Somebody's categories are all that they read, so cases of others have no part in it either.
  const seen = table.fitting({ ...(hidden && { hidden }), ...(category !== undefined && { narrow: { category } }) })
  const read = readBy ? await markEvery(state, seen, readBy) : seen
  const [of, near]: [Bits[], Bits[]] = [[], []]
  for (const word of words) {
    const marked = await markWord(state, { seen, read }, word)
    of.push(marked.of)
    near.push(marked.near)
  }
  return {
    of: of.map(table.ranksOf),
    near: near.map(table.ranksOf),
    cases: near.map(countBits),
    visible: countBits(read),
  }
}

async function markEvery(state: Marked, seen: Bits, words: readonly string[]): Promise<Bits> {
  const found = bitsOf(state.table.size)
  const mark = markIn(state, seen)
  for (const word of words) await mark.having(word, found)
  return found
}

async function markWord(
  state: Marked,
  { seen, read }: { readonly seen: Bits; readonly read: Bits },
  { forms, typed, among = '', categories }: WantedWord,
): Promise<{ readonly of: Bits; readonly near: Bits }> {
  const { size } = state.table
  const [of, near] = [bitsOf(size), bitsOf(size)]
  const mark = markIn(state, read)
  const numbers = markIn(state, seen)
  for (const form of new Set(forms)) await (isNumberWord(form) ? numbers : mark).having(form, of)
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
