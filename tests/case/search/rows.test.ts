import { describe, expect, it } from 'vitest'
import { createCaseTable, type Narrowing } from '../../../service/case/search/case-table.ts'
import {
  type Bits,
  bitsOf,
  countBits,
  createRowOrder,
  eachFromHighest,
  ranksBySteps,
  setBit,
  stepsFor,
} from '../../../service/case/search/rows.ts'
import { openSegment, writeSegment } from '../../../service/case/search/segment.ts'
import {
  addSeen,
  keepWords,
  type SegmentWords,
  segmentRows,
  segmentWords,
} from '../../../service/case/search/segment-words.ts'
import { diceOf } from '../../support/dice.ts'

function aTable() {
  const table = createCaseTable({
    keys: ['mark', 'erasedAt', 'receivedAt', 'status'],
    narrowedBy: ['status'],
    newestBy: 'receivedAt',
    moments: ['receivedAt'],
    mark: 'mark',
    erased: 'erasedAt',
  })
  const take = (id: string, day: number, status: string) =>
    table.take({ id, values: [1, null, new Date(Date.UTC(2026, 0, day)).toISOString(), status] })
  const fitting = (narrowing: Narrowing) => {
    const ids: string[] = []
    eachFromHighest(table.fitting(narrowing), (row) => ids.push(table.idOf(row)) > 0)
    return ids.reverse()
  }
  return { take, fitting }
}

it('hides a case also where it came after it was hidden', () => {
  const { take, fitting } = aTable()
  const hidden = new Set(['A-1', 'A-3'])
  for (const at of [1, 2]) take(`A-${at}`, at, 'baru')
  expect(fitting({ hidden })).toEqual(['A-2'])
  for (const at of [3, 4]) take(`A-${at}`, at, 'baru')
  expect(fitting({ hidden })).toEqual(['A-2', 'A-4'])
})

it('gives the cases that fit all that is asked, as they are now', () => {
  const { take, fitting } = aTable()
  for (let at = 1; at <= 70; at++) take(`A-${at}`, 1 + (at % 28), at % 2 === 0 ? 'baru' : 'selesai')
  expect(fitting({})).toHaveLength(70)
  expect(fitting({ narrow: { status: ['baru', 'tiada'] } })).toHaveLength(35)
  const within = { key: 'receivedAt', from: '2026-01-03T00:00:00.000Z', to: '2026-01-04T00:00:00.000Z' }
  expect(fitting({ within })).toEqual(['A-2', 'A-3', 'A-30', 'A-31', 'A-58', 'A-59'])
  take('A-31', 4, 'baru')
  expect(fitting({ narrow: { status: 'selesai' }, within })).toEqual(['A-3', 'A-59'])
})

/** Cases that come at growing moments, and the order of them. */
function anOrder() {
  const moments: number[] = []
  const isBehind = (row: number, other: number) => moments[row]! - moments[other]! || row - other
  const order = createRowOrder((row, other) => isBehind(row, other) > 0)
  const ranked = () => moments.map((_, rank) => order.rowAt(rank))
  const sorted = () => [...moments.keys()].sort(isBehind)
  const come = (...some: readonly number[]) => {
    moments.push(...some)
    order.extend(moments.length)
  }
  return { order, moments, come, ranked, sorted }
}

it('ranks rows by their moments, whoever overtakes whom and however late some are entered', () => {
  const dice = diceOf(23)
  const { moments, come, ranked, sorted } = anOrder()
  for (let round = 0; round < 200; round++) {
    const late = dice(20) === 0 ? dice(2_000) : dice(3)
    come(...Array.from({ length: dice(5) }, () => Math.max(0, 10 * moments.length + dice(30) - 10 * late)))
    expect(ranked(), `round ${round}`).toEqual(sorted())
  }
})

it('moves bits from rows to ranks', () => {
  const dice = diceOf(29)
  const { order, moments, come } = anOrder()
  for (let round = 0; round < 50; round++) {
    come(10 * round, 10 * round + dice(15), 10 * round - dice(15))
    const rows = new Set([...moments.keys()].filter(() => dice(2) === 0))
    const bits = bitsOf(moments.length)
    for (const row of rows) setBit(bits, row)
    const found: number[] = []
    eachFromHighest(order.ranksOf(bits), (rank) => found.push(order.rowAt(rank)) > 0)
    expect(found).toEqual(
      [...moments.keys()]
        .map((rank) => order.rowAt(rank))
        .filter((row) => rows.has(row))
        .reverse(),
    )
  }
})

it('remembers no more than what was overtaken and what follows', () => {
  const { order, come } = anOrder()
  for (let at = 0; at < 1_000; at++) come(10 * at)
  expect(order.bytes).toBe(0)
  come(10 * 990 + 5)
  expect(order.bytes).toBe(4 * 10)
  come(20_000, 20_001)
  expect(order.bytes).toBe(4 * 12)
})

describe('the steps of a search', () => {
  const said = (words: number) =>
    stepsFor(words).map(
      ({ having, lacking }) => `${having.join('')}${lacking.length > 0 ? `-${lacking.join('')}` : ''}`,
    )

  it('give up the commonest word first, and the rarest last', () => {
    expect(said(1)).toEqual(['0'])
    expect(said(2)).toEqual(['01', '0-1', '1-0'])
    expect(said(3)).toEqual(['012', '01-2', '0-1', '12-0', '1-02', '2-01'])
    expect(said(0)).toEqual([])
  })

  it('want half of many words', () => {
    expect(said(5)).toEqual(['01234', '0123-4', '012-3', '1234-0', '123-04', '234-01'])
  })

  it.each([1, 2, 3, 4, 6, 8])('have each case in one step at most, of %d words', (words) => {
    for (let has = 1; has < 2 ** words; has++) {
      const isThere = (place: number) => (has & (1 << place)) !== 0
      const fitting = stepsFor(words).filter(({ having, lacking }) => having.every(isThere) && !lacking.some(isThere))
      expect(fitting.length).toBeLessThanOrEqual(1)
    }
  })

  it('give what each would by itself: the words first, then what is near them', () => {
    const dice = diceOf(5)
    for (let round = 0; round < 200; round++) {
      const words = 1 + dice(8)
      const near = Uint8Array.from({ length: 80 }, () => dice(2 ** words) & dice(2 ** words))
      const of = near.map((mask) => (dice(2) === 0 ? mask : mask & dice(2 ** words)))
      const order = Array.from({ length: words }, (_, at) => (at + round) % words).slice(0, 1 + dice(words))
      const steps = stepsFor(order.length)
      const from = { step: dice(2 * steps.length), behind: dice(81) }
      const most = 1 + dice(6)
      const fits = (rank: number) => rank % 3 !== round % 3
      const bitsWhere = (isThere: (rank: number) => boolean): Bits => {
        const bits = bitsOf(80)
        for (const rank of near.keys()) if (isThere(rank)) setBit(bits, rank)
        return bits
      }
      const ranksOf = (masks: Uint8Array) =>
        Array.from({ length: words }, (_, at) => bitsWhere((rank) => (masks[rank]! & (1 << at)) !== 0))
      const ranks = { of: ranksOf(of), near: ranksOf(near) }
      const found = ranksBySteps(ranks, order, from, most, bitsWhere(fits))
      for (let place = 0; place < 2 * steps.length; place++) {
        const { having, lacking } = steps[Math.floor(place / 2)]!
        const has = (masks: Uint8Array, rank: number) => (at: number) => (masks[rank]! & (1 << order[at]!)) !== 0
        const below = place === from.step ? from.behind : near.length
        const expected = [...near.keys()]
          .reverse()
          .filter((rank) => rank < below && fits(rank))
          .filter((rank) => having.every(has(near, rank)) && !lacking.some(has(near, rank)))
          .filter((rank) => having.every(has(of, rank)) === (place % 2 === 0))
          .slice(0, most)
        const there = found[place] ?? []
        if (place < from.step) expect(there).toEqual([])
        else if (place === from.step) expect(there).toEqual(expected)
        // A page that is full asks nothing of the places that follow.
        else if (found.slice(0, place).flat().length < most) expect(there).toEqual(expected)
        else expect(there).toEqual([])
      }
    }
  })
})

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
