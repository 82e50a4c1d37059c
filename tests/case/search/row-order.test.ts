import { expect, it } from 'vitest'
import { bitsOf, createRowOrder, eachFromHighest, setBit } from '../../../service/case/search/rows.ts'
import { diceOf } from '../../support/dice.ts'

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
