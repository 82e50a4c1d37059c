import { expect, it } from 'vitest'
import { readTypedNumber } from '../../service/shared/typed-number.ts'

it.each([
  'BO-2026-000012',
  'bo-2026-12',
  ' BO 2026 000012 ',
  'BO2026000012',
  'BO-2O26-OOOO12',
  'bo2o26ooo012',
  'BO/2026/000012',
  'BO - 2026 – 000012',
])('a number is read as people type it: %s', (typed) => {
  expect(readTypedNumber(typed)).toEqual({ whole: 'BO-2026-000012', year: '2026', sequence: 12 })
})

it('a year and a running number are one without the letters before them', () => {
  expect(readTypedNumber('2026-12')).toEqual({ whole: null, year: '2026', sequence: 12 })
})

it.each(['12', '000012', 'jalan rusak', 'jalan 2026 12', 'loket', '081200000001', '12-2026', 'foto', ''])(
  'words, tails and telephone numbers are none: %s',
  (typed) => {
    expect(readTypedNumber(typed)).toBeNull()
  },
)
