import { diceOf, shuffled } from '../support/dice.ts'
import { percentile } from './figure.ts'

const SPLITS = 400

/**
 * How far the medians of two halves of the same measurements lie apart, when they are dealt at random: 99 of 100 times
 * less than this. The same measurements always give the same.
 */
export function noiseOf(times: readonly number[]): number {
  const dice = diceOf(times.length)
  const apart: number[] = []
  for (let split = 0; split < SPLITS; split++) {
    const dealt = shuffled(dice, times)
    const half = dealt.length / 2
    apart.push(Math.abs(percentile(dealt.slice(0, half), 0.5) - percentile(dealt.slice(half), 0.5)))
  }
  return percentile(apart, 0.99)
}
