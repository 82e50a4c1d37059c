import { expect, it } from 'vitest'
import { createCaseNames } from '../../../service/case/search/case-names.ts'
import { diceOf } from '../../support/dice.ts'

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
