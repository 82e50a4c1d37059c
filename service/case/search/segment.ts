import { betweenRequests, giveWay, type Portion } from '../../shared/repeat.ts'
import {
  type ByteReader,
  type ByteWriter,
  createByteReader,
  createByteWriter,
  readRising,
  writeRising,
} from './bytes.ts'

/** All pieces of a segment have this length, so that sizes reveal nothing about the content. */
export const PIECE = 128 * 1024
const READ_AT_ONCE = 5_000
const BLOCK = 4 * 1024
const BLOCKS_AT_ONCE = 50

/** A document is kept with the mark of the text that was indexed. */
export interface SegmentDocument {
  readonly id: string
  readonly mark: number
}

/** The documents are given by their places in the segment, rising. */
export interface WordEntry {
  readonly word: string
  readonly places: Int32Array
}

/** Offsets within a segment: documents come first, then the words in blocks, then the offsets of the blocks. */
export interface SegmentMap {
  readonly documents: number
  readonly wordsAt: number
  readonly blocksAt: number
  readonly end: number
  readonly pieces: number
  /**
   * Which words its documents were given: 0 before there were written words and reporters, 1 before those of places, 2
   * before those of places as they are written.
   */
  readonly form: number
}

/** The words that documents are given now. Segments of an earlier form are made anew, a part at a time. */
export const WORDS_FORM = 3

/** Words are ordered by their code units. */
export const compareWords = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

interface SegmentParts {
  readonly documents: Iterable<SegmentDocument>
  readonly entries: AsyncIterable<WordEntry> | Iterable<WordEntry>
}

/**
 * Writes a segment piece by piece. Random padding of less than a piece follows its end, so that the number of pieces
 * does not reveal one word more or less.
 * @param chance from 0 to 1
 */
export async function writeSegment(
  { documents, entries }: SegmentParts,
  keep: (piece: Uint8Array, number: number) => Promise<unknown>,
  chance: number,
  form = WORDS_FORM,
): Promise<SegmentMap> {
  const writer = createByteWriter()
  let pieces = 0
  const keepFull = async () => {
    while (writer.waiting >= PIECE) await keep(writer.take(PIECE), pieces++)
  }
  let before = ''
  let amount = 0
  for (const { id, mark } of documents) {
    amount++
    writeAfter(writer, before, id)
    writer.number(mark)
    before = id
    if (writer.waiting >= PIECE) await keepFull()
  }
  const wordsAt = writer.length
  const blocks: { readonly first: string; readonly at: number }[] = []
  before = ''
  for await (const { word, places } of entries) {
    const begun = blocks.at(-1)
    if (!begun || writer.length - begun.at >= BLOCK) {
      blocks.push({ first: word, at: writer.length })
      before = ''
    }
    const coded = writeRising(places)
    writeAfter(writer, before, word)
    writer.number(places.length)
    writer.number(coded.length)
    writer.bytes(coded)
    before = word
    if (writer.waiting >= PIECE) await keepFull()
  }
  const blocksAt = writer.length
  for (const { first, at } of blocks) {
    writer.text(first)
    writer.number(at)
  }
  const end = writer.length
  writer.bytes(new Uint8Array(Math.floor(chance * PIECE)))
  writer.bytes(new Uint8Array(PIECE - (writer.length % PIECE || PIECE)))
  await keepFull()
  return { documents: amount, wordsAt, blocksAt, end, pieces, form }
}

/** Writes the length of the prefix shared with the text before, and the rest. */
function writeAfter(writer: ByteWriter, before: string, text: string): void {
  const most = Math.min(before.length, text.length)
  let shared = 0
  while (shared < most && before.charCodeAt(shared) === text.charCodeAt(shared)) shared++
  // Surrogate pairs are not split.
  if (shared > 0 && (text.charCodeAt(shared - 1) & 0xfc00) === 0xd800) shared--
  writer.number(shared)
  writer.text(text.slice(shared))
}

export type ReadPiece = (number: number) => Promise<Uint8Array>

/** The places of the documents that contain a word, as they were written: `walkRising` yields them. */
export interface CodedPlaces {
  readonly count: number
  readonly coded: Uint8Array
}

/** The documents are in memory; words are read on demand. */
export interface Segment {
  readonly map: SegmentMap
  /** Returns `null` for a word that no document contains. */
  placesOf(word: string): Promise<CodedPlaces | null>
  /** Yields each word with this beginning, in order. */
  eachWordFrom(beginning: string, take: (word: string, places: CodedPlaces) => void): Promise<void>
  /** Returns those words that some document may contain; of a million that none contains, it errs on few. */
  knownAmong(words: readonly string[]): Promise<readonly string[]>
  walk(): AsyncGenerator<readonly WordEntry[]>
}

export async function readDocuments(
  map: SegmentMap,
  read: ReadPiece,
  take: (document: SegmentDocument, place: number) => void,
  portion: Portion = betweenRequests,
): Promise<void> {
  const reader = createByteReader(await readRange(read, 0, map.wordsAt))
  let id = ''
  for (let place = 0; place < map.documents; place++) {
    id = id.slice(0, reader.number()) + reader.text()
    take({ id, mark: reader.number() }, place)
    // The next documents belong to a portion of their own.
    if (place % READ_AT_ONCE === READ_AT_ONCE - 1) await portion(async () => {})
  }
}

export async function openSegment(map: SegmentMap, read: ReadPiece): Promise<Segment> {
  const table = createByteReader(await readRange(read, map.blocksAt, map.end))
  const firsts: string[] = []
  const begins: number[] = []
  while (!table.isAtEnd) {
    firsts.push(table.text())
    begins.push(table.number())
  }

  const readerOf = async (block: number) =>
    createByteReader(await readRange(read, begins[block] ?? 0, begins[block + 1] ?? map.blocksAt))

  let known: Uint32Array | null = null

  return {
    map,
    async placesOf(wanted) {
      const block = lastNotBehind(firsts, wanted)
      if (block < 0) return null
      const reader = await readerOf(block)
      let word = ''
      while (!reader.isAtEnd) {
        word = word.slice(0, reader.number()) + reader.text()
        const count = reader.number()
        const coded = reader.bytes(reader.number())
        if (word === wanted) return { count, coded }
      }
      return null
    },
    async eachWordFrom(beginning, take) {
      for (let block = Math.max(0, lastNotBehind(firsts, beginning)); block < begins.length; block++) {
        if (block > 0 && isPast(firsts[block] ?? '', beginning)) return
        const reader = await readerOf(block)
        let word = ''
        while (!reader.isAtEnd) {
          word = word.slice(0, reader.number()) + reader.text()
          const count = reader.number()
          const coded = reader.bytes(reader.number())
          if (word.startsWith(beginning)) take(word, { count, coded })
          else if (isPast(word, beginning)) return
        }
      }
    },
    async knownAmong(words) {
      known ??= await readHashes(firsts, readerOf)
      const hashes = known
      return words.filter((word) => includes(hashes, hashOfWord(word)))
    },
    async *walk() {
      for (let block = 0; block < begins.length; block++) {
        const reader = await readerOf(block)
        const entries: WordEntry[] = []
        let word = ''
        while (!reader.isAtEnd) {
          word = word.slice(0, reader.number()) + reader.text()
          const count = reader.number()
          entries.push({ word, places: readRising(reader.bytes(reader.number()), count) })
        }
        yield entries
      }
    },
  }
}

const isPast = (word: string, beginning: string): boolean =>
  compareWords(word, beginning) > 0 && !word.startsWith(beginning)

/** FNV-1a over the code units: it distinguishes words in memory, in a few bytes each. */
function hashOfWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function includes(rising: Uint32Array, wanted: number): boolean {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return rising[low] === wanted
}

/** Nobody asks for what is like these: numbers of cases, marks of reporters, and numbers in texts. */
const neverTyped = [/^#\d/, /^@/, /^\d/]

/** Reads the words that are typed, and keeps only what distinguishes them. */
async function readHashes(
  firsts: readonly string[],
  readerOf: (block: number) => Promise<ByteReader>,
): Promise<Uint32Array> {
  const hashes: number[] = []
  for (const [block, first] of firsts.entries()) {
    if (neverTyped.some((kind) => kind.test(first) && kind.test(firsts[block + 1] ?? ''))) continue
    const reader = await readerOf(block)
    let word = ''
    while (!reader.isAtEnd) {
      word = word.slice(0, reader.number()) + reader.text()
      reader.number()
      reader.bytes(reader.number())
      hashes.push(hashOfWord(word))
    }
    if (block % BLOCKS_AT_ONCE === BLOCKS_AT_ONCE - 1) await giveWay(1)
  }
  return Uint32Array.from(hashes).sort()
}

/** Returns the last place whose word is not greater than this one, or -1. */
function lastNotBehind(firsts: readonly string[], word: string): number {
  let [low, high] = [0, firsts.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareWords(firsts[middle] ?? '', word) <= 0) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The range may span several pieces. */
async function readRange(read: ReadPiece, from: number, to: number): Promise<Uint8Array> {
  const first = Math.floor(from / PIECE)
  const last = Math.floor(Math.max(from, to - 1) / PIECE)
  if (first === last) return (await read(first)).subarray(from - first * PIECE, to - first * PIECE)
  const all = new Uint8Array(to - from)
  for (let number = first; number <= last; number++) {
    const begin = Math.max(from, number * PIECE)
    const piece = await read(number)
    all.set(piece.subarray(begin - number * PIECE, Math.min(to, (number + 1) * PIECE) - number * PIECE), begin - from)
  }
  return all
}
