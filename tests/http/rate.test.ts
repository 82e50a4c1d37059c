import { describe, expect, it } from 'vitest'
import { slidingRate } from '../../service/http/rates.ts'

function aRate() {
  let time = 0
  const rate = slidingRate(1_000, () => time)
  const at = (milliseconds: number) => {
    time = milliseconds
  }
  return { rate, at }
}

describe('how often an address came lately', () => {
  it('is counted for each address by itself, and asking does not count', () => {
    const { rate } = aRate()
    expect([rate.add('a'), rate.add('a'), rate.add('b'), rate.count('a'), rate.count('c')]).toEqual([1, 2, 1, 2, 0])
  })

  it('is forgotten little by little', () => {
    const { rate, at } = aRate()
    for (let times = 0; times < 10; times++) rate.add('a')
    at(1_000)
    expect(rate.count('a')).toBe(10)
    at(1_500)
    expect(rate.count('a')).toBe(5)
    at(2_000)
    expect(rate.count('a')).toBe(0)
  })

  it('is forgotten whole after a long silence', () => {
    const { rate, at } = aRate()
    rate.add('a')
    at(10_000)
    expect(rate.add('a')).toBe(1)
  })
})
