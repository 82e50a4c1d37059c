import { createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isWeakCode, normaliseCode, trackingCode } from '../../service/shared/tracking-code.ts'

const keyed = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('base64url')
const code = (salt = 'garam', secret = 'rahasia', key = 'kunci') => trackingCode(keyed(key), salt, secret)
const many = Array.from({ length: 3_000 }, () => code(randomBytes(12).toString('base64url')))

describe('a tracking code', () => {
  it('is five groups of four characters that nobody confuses', () => {
    for (const one of many) expect(one).toMatch(/^([2-9A-HJKMNP-Z]{4}-){4}[2-9A-HJKMNP-Z]{4}$/)
  })

  it('has more than 80 bits: twenty characters out of thirty-one, each as likely as the others', () => {
    const counts = new Map<string, number>()
    for (const character of many.join('').replaceAll('-', '')) {
      counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    expect(20 * Math.log2(counts.size)).toBeGreaterThan(99)
    // Chi-squared over 30 degrees of freedom: 80 is passed by a fair alphabet once in some hundred thousand runs.
    const expected = (many.length * 20) / counts.size
    const unlike = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(unlike).toBeLessThan(80)
  })

  it('is the same for the same salt and secret, and another once one of them or the key differs', () => {
    expect(code()).toBe(code())
    expect(new Set([code(), code('lain'), code('garam', 'lain'), code('garam', 'rahasia', 'lain')]).size).toBe(4)
  })

  it('does not come twice', () => {
    expect(new Set(many).size).toBe(many.length)
  })

  it('is never one of those that are refused as weak', () => {
    expect(many.filter(isWeakCode)).toEqual([])
  })

  it('may be typed in small letters, with spaces or without dashes', () => {
    const one = code()
    const typed = [
      one.toLowerCase(),
      one.replaceAll('-', ''),
      ` ${one.replaceAll('-', ' ')} `,
      one.replaceAll('-', '–'),
    ]
    for (const written of typed) expect(normaliseCode(written)).toBe(normaliseCode(one))
  })

  it('stays another code when a character differs', () => {
    const one = code()
    const wrong = one.replace(/.$/, (last) => (last === '2' ? '3' : '2'))
    expect(normaliseCode(wrong)).not.toBe(normaliseCode(one))
  })
})
