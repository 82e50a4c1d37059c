import { describe, expect, it } from 'vitest'
import { once } from '../../service/shared/repeat.ts'
import { sayDay, sayMoment, saySize } from '../../service/shared/time-in-words.ts'

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
