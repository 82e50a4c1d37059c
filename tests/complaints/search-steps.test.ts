import { describe, expect, it } from 'vitest'
import { stepsFor } from '../../service/complaints/complaint-search.ts'

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
})
