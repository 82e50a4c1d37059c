import { expect, it } from 'vitest'
import { bitsOf, countBits, setBit } from '../../../service/case/search/rows.ts'
import { openSegment, writeSegment } from '../../../service/case/search/segment.ts'
import {
  addSeen,
  keepWords,
  type SegmentWords,
  segmentRows,
  segmentWords,
} from '../../../service/case/search/segment-words.ts'

const CASES = 6_400
const words = ['antrean', 'loket', 'loketnya', 'pungli']
/** How many cases lie between two that have it. */
const each: Readonly<Record<string, number>> = { antrean: 700, loket: 1, loketnya: 3, pungli: 640 }

/** A segment whose cases are the rows from 1,000 on, and how often it was read. */
async function aSegment(mostBytes?: number) {
  const documents = Array.from({ length: CASES }, (_, at) => ({ id: `A-${at}`, mark: at + 1 }))
  const entries = words.map((word) => ({
    word,
    places: Int32Array.from(documents.keys()).filter((place) => place % (each[word] ?? 1) === 0),
  }))
  const pieces: Uint8Array[] = []
  const map = await writeSegment({ documents, entries }, async (piece) => pieces.push(piece), 0)
  let reads = 0
  const segment = await openSegment(map, async (number) => {
    reads++
    return pieces[number] ?? new Uint8Array(0)
  })
  reads = 0
  const own = segmentRows(Int32Array.from(documents.keys(), (place) => 1_000 + place))
  for (const row of own.rows) setBit(own.current, row - own.lowest)
  const kept = keepWords(mostBytes)
  return { own, kept, words: segmentWords('satu', segment, own, kept), reads: () => reads }
}

const all = bitsOf(10_000).fill(-1)

async function casesWith({ own, words }: { own: ReturnType<typeof segmentRows>; words: SegmentWords }, word: string) {
  const bits = bitsOf(10_000)
  addSeen(await words.rowsOf(word), own, all, bits)
  return countBits(bits)
}

it('reads a word once while it is kept, and finds the same cases', async () => {
  const one = await aSegment()
  const look = async () => {
    const begun: string[] = []
    await one.words.eachFrom('loket', (word) => void begun.push(word))
    return { cases: await Promise.all([...words, 'tiada'].map((word) => casesWith(one, word))), begun }
  }
  const first = await look()
  expect(first).toEqual({
    cases: [...words.map((word) => Math.ceil(CASES / each[word]!)), 0],
    begun: ['loket', 'loketnya'],
  })
  const reads = one.reads()
  expect(await look()).toEqual(first)
  expect(one.reads()).toBe(reads)
})

it('takes no more memory than its bound, however many words are asked for, and finds the same', async () => {
  const one = await aSegment(1_500)
  for (let round = 0; round < 3; round++) {
    for (const word of words) {
      expect(await casesWith(one, word)).toBe(Math.ceil(CASES / each[word]!))
      expect(one.kept.rows.bytes).toBeLessThanOrEqual(1_500)
    }
  }
  expect(one.reads()).toBeGreaterThan(words.length)
})

it('takes a thousandth of a megabyte for each eight thousand cases that have a common word', async () => {
  const one = await aSegment()
  await casesWith(one, 'loket')
  expect(one.kept.rows.bytes).toBeLessThan(CASES / 8 + 300)
})

it('adds neither a case whose text has changed nor one that the reader does not see', async () => {
  const one = await aSegment()
  const seen = all.slice()
  seen[Math.floor(1_640 / 32)] = 0
  const [common, rare] = [await one.words.rowsOf('loket'), await one.words.rowsOf('pungli')]
  const found = bitsOf(10_000)
  expect(addSeen(rare, one.own, seen, found)).toBe(true)
  expect(countBits(found)).toBe(CASES / 640 - 1)
  const others = bitsOf(10_000)
  addSeen(common, one.own, seen, others)
  expect(countBits(others)).toBe(CASES - 32)
  one.own.current.fill(0)
  for (const rows of [common, rare]) expect(addSeen(rows, one.own, all, null)).toBe(false)
})
