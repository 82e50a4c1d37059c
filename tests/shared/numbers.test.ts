import { describe, expect, it } from 'vitest'
import { numberInWords } from '../../service/shared/numbers.ts'
import { once } from '../../service/shared/repeat.ts'
import { sayDay, sayMoment, saySize } from '../../service/shared/time-in-words.ts'
import { readTypedNumber } from '../../service/shared/typed-number.ts'

it.each([
  [0, 'nol'],
  [1, 'satu'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [31, 'tiga puluh satu'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1_000, 'seribu'],
  [1_945, 'seribu sembilan ratus empat puluh lima'],
  [2_026, 'dua ribu dua puluh enam'],
])('%i is written “%s”', (number, words) => {
  expect(numberInWords(number)).toBe(words)
})

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

const at = '2026-11-23T17:05:00.000Z'

describe('a moment in words', () => {
  it.each([
    ['Asia/Jakarta', 'id', /^Selasa, 24 November 2026/, /00[.:]05 WIB$/],
    ['Asia/Makassar', 'id', /^Selasa, 24 November 2026/, /01[.:]05 WITA$/],
    ['Asia/Jayapura', 'id', /^Selasa, 24 November 2026/, /02[.:]05 WIT$/],
    ['Asia/Jakarta', 'en', /^Tuesday,? 24 November 2026/, /00:05 WIB$/],
    ['Asia/Jayapura', 'en', /^Tuesday,? 24 November 2026/, /02:05 WIT$/],
  ] as const)('is the office’s own: %s, %s', (zone, language, day, time) => {
    expect(sayDay(at, zone, language)).toMatch(day)
    expect(sayMoment(at, zone, language)).toMatch(day)
    expect(sayMoment(at, zone, language)).toMatch(time)
  })
})

describe('a size in words', () => {
  it.each([
    [0, 'id', '0 B'],
    [1_023, 'id', '1023 B'],
    [2_560, 'id', '2,5 kB'],
    [2_560, 'en', '2.5 kB'],
    [25 * 1_048_576, 'id', '25 MB'],
    [1_258_291, 'en', '1.2 MB'],
  ] as const)('%d bytes, %s: %s', (bytes, language, words) => {
    expect(saySize(bytes, language)).toBe(words)
  })
})

it('what is made once is made when it is first asked for, and never again', () => {
  let made = 0
  const value = once(() => ++made)
  expect(made).toBe(0)
  expect([value(), value()]).toEqual([1, 1])
})
