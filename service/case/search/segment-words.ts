import { keepRecent, type Recent } from '../../shared/keep-recent.ts'
import { walkRising } from './bytes.ts'
import { type Bits, bitsOf, hasBit, setBit } from './row-bits.ts'
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
