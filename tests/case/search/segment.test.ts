import { describe, expect, it } from 'vitest'
import { createByteReader, createByteWriter, readRising, writeRising } from '../../../service/case/search/bytes.ts'
import { createCaseNames } from '../../../service/case/search/case-names.ts'
import { mergeEntries } from '../../../service/case/search/index-tender.ts'
import {
  compareWords,
  openSegment,
  PIECE,
  readDocuments,
  type Segment,
  type SegmentDocument,
  type WordEntry,
  writeSegment,
} from '../../../service/case/search/segment.ts'
import { diceOf } from '../../support/dice.ts'

const dice = diceOf(11)

function someNumbers(below: number, amount: number): Int32Array {
  const numbers = new Set(Array.from({ length: amount }, () => dice(below)))
  return Int32Array.from(numbers).sort()
}

/** Words of several alphabets, long and short, some of which begin alike. */
const someWords = (amount: number): string[] => {
  const beginnings = ['pungut', 'izin', 'ꦱꦏ', '😀', 'é', 'z', '']
  const words = Array.from({ length: amount }, () => `${beginnings[dice(beginnings.length)]}${dice(100_000)}`)
  return [...new Set(words)].sort(compareWords)
}

async function aSegment(documents: readonly SegmentDocument[], entries: readonly WordEntry[], chance = 0.5) {
  const pieces: Uint8Array[] = []
  const map = await writeSegment({ documents, entries }, async (piece) => pieces.push(piece), chance)
  const read = async (number: number) => pieces[number]!
  return { map, pieces, read, segment: await openSegment(map, read) }
}

async function placesOf(segment: Segment, word: string): Promise<number[]> {
  const found = await segment.placesOf(word)
  return found ? [...readRising(found.coded, found.count)] : []
}

const someDocuments = (amount: number, prefix = 'BO-2026-'): SegmentDocument[] =>
  Array.from({ length: amount }, (_, at) => ({
    id: `${prefix}${String(at + 1).padStart(6, '0')}`,
    mark: dice(2 ** 32),
  }))

describe('numbers in bytes', () => {
  it('come back as they were, whatever their size', () => {
    const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 31, 2 ** 32 - 1, 2 ** 45, Number.MAX_SAFE_INTEGER]
    const writer = createByteWriter()
    for (const number of numbers) writer.number(number)
    const texts = ['', 'loket', 'dua belas ab', 'dua belas abc', 'é', 'loket é', 'ꦱꦏ 😀']
    for (const text of texts) writer.text(text)
    const reader = createByteReader(writer.take(writer.waiting))
    expect(numbers.map(() => reader.number())).toEqual(numbers)
    expect(texts.map(() => reader.text())).toEqual(texts)
    expect(reader.isAtEnd).toBe(true)
    expect(() => reader.number()).toThrow(RangeError)
  })

  it('rise by steps', () => {
    for (let round = 0; round < 50; round++) {
      const numbers = someNumbers(2 ** 30, dice(300))
      expect(readRising(writeRising(numbers), numbers.length)).toEqual(numbers)
    }
  })
})

describe('a segment', () => {
  it('gives back its documents and each of its words', async () => {
    const documents = someDocuments(3_000)
    const words = someWords(4_000)
    const entries = words.map((word) => ({ word, places: someNumbers(3_000, 1 + dice(120)) }))
    const { map, read, segment } = await aSegment(documents, entries)
    const found: SegmentDocument[] = []
    await readDocuments(map, read, (document) => found.push(document))
    expect(found).toEqual(documents)
    for (const { word, places } of entries) expect(await placesOf(segment, word)).toEqual([...places])
    for (const word of ['', 'zzz', 'pungut', '\u{10ffff}'])
      expect(await placesOf(segment, word)).toEqual([...(entries.find((one) => one.word === word)?.places ?? [])])
    const walked: WordEntry[] = []
    for await (const some of segment.walk()) walked.push(...some)
    expect(walked).toEqual(entries)
  })

  it('lies in pieces of one size, whose number says little more than how much there is', async () => {
    const documents = someDocuments(200)
    const entries = someWords(2_000).map((word) => ({ word, places: someNumbers(200, 40) }))
    const counts = new Set<number>()
    for (const chance of [0, 0.25, 0.5, 0.75, 0.999]) {
      const { map, pieces } = await aSegment(documents, entries, chance)
      expect(pieces.every(({ length }) => length === PIECE)).toBe(true)
      expect(pieces).toHaveLength(map.pieces)
      counts.add(map.pieces)
    }
    expect(counts.size).toBeLessThanOrEqual(2)
  })

  it('can be empty', async () => {
    const { map, segment } = await aSegment([], [])
    expect(map).toMatchObject({ documents: 0, pieces: 1 })
    expect(await placesOf(segment, 'apa')).toEqual([])
  })

  it('is merged with others into what one would have been, without what is left out', async () => {
    const sources = await Promise.all(
      [400, 30, 900].map(async (amount, at) => {
        const documents = someDocuments(amount, `U${at}-`)
        const entries = someWords(500).map((word) => ({ word, places: someNumbers(amount, 1 + dice(20)) }))
        return { documents, entries, ...(await aSegment(documents, entries)) }
      }),
    )
    // Each third document is left out; the others alternate among the sources.
    const kept = sources.map(({ documents }) => documents.map((_, place) => (place % 3 === 0 ? -1 : place)))
    const order = kept.flatMap((places, source) =>
      places.filter((place) => place >= 0).map((place) => ({ source, place })),
    )
    order.sort((one, other) => one.place - other.place || one.source - other.source)
    const placeOf = sources.map(({ documents }) => new Int32Array(documents.length).fill(-1))
    for (const [at, { source, place }] of order.entries()) placeOf[source]![place] = at

    const merged: WordEntry[] = []
    const words = sources.map(({ segment }, at) => ({ words: segment.walk(), placeOf: placeOf[at]! }))
    for await (const entry of mergeEntries(words)) merged.push(entry)

    const expected = new Map<string, number[]>()
    for (const [source, { entries }] of sources.entries()) {
      for (const { word, places } of entries) {
        const moved = [...places].map((place) => placeOf[source]![place]!).filter((place) => place >= 0)
        if (moved.length > 0) expected.set(word, [...(expected.get(word) ?? []), ...moved])
      }
    }
    const rising = (numbers: number[]) => Int32Array.from(numbers).sort()
    expect(merged).toEqual(
      [...expected]
        .sort(([one], [other]) => compareWords(one, other))
        .map(([word, places]) => ({ word, places: rising(places) })),
    )
  })
})

it('knows each case by its number, however numbers are written and in whatever order they come', () => {
  const dice = diceOf(37)
  const heads = ['BO-2025-', 'BO-2026-', 'U3-2026-', '', 'lama', 'BO-2026-1x']
  const numbers = [
    ...Array.from({ length: 3_000 }, () => heads[dice(heads.length)]! + String(dice(5_000)).padStart(4 + dice(3), '0')),
    ...['1', '01', '001', 'BO-2026-', 'BO-2026-999999999', 'BO-2026-1234567890123', 'lama', 'é7', '7é'],
  ]
  const known = [...new Set(numbers)]
  const names = createCaseNames()
  for (const number of known) {
    expect(names.placeOf(number)).toBeUndefined()
    expect(names.add(number)).toBe(names.size - 1)
  }
  for (const [place, number] of known.entries()) {
    expect(names.placeOf(number)).toBe(place)
    expect(names.idOf(place)).toBe(number)
  }
  for (const other of ['BO-2027-0001', 'BO-2026-00000001', 'lam', 'lama-', '0'.repeat(12)])
    expect(names.placeOf(other), other).toBeUndefined()
})
