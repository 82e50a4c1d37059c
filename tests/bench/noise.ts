import { percentile } from './figure.ts'

const SPLITS = 400

/**
 * How far the medians of two halves of the same measurements lie apart, when they are dealt at random: 99 of 100 times
 * less than this. The same measurements always give the same.
 */
export function noiseOf(times: readonly number[]): number {
  const next = generator(times.length)
  const apart: number[] = []
  for (let split = 0; split < SPLITS; split++) {
    const dealt = [...times]
    for (let last = dealt.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1))
      const [one, another] = [dealt[last] ?? 0, dealt[other] ?? 0]
      dealt[last] = another
      dealt[other] = one
    }
    const half = dealt.length / 2
    apart.push(Math.abs(percentile(dealt.slice(0, half), 0.5) - percentile(dealt.slice(half), 0.5)))
  }
  return percentile(apart, 0.99)
}

/** Park and Miller's generator, between 0 and 1. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
