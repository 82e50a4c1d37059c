import { describe, expect, it } from 'vitest'
import { type Bits, bitsOf, ranksBySteps, setBit, stepsFor } from '../../../service/case/search/rows.ts'
import { diceOf } from '../../support/dice.ts'

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
