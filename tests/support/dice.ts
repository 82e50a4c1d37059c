/** A whole number from 0 to below the limit; the same seed gives the same row of numbers. */
export type Dice = (limit: number) => number

/** Multiply-with-carry on 16 bits twice: small, and random enough for tests. */
export function diceOf(seed: number): Dice {
  let [high, low] = [seed + 1, seed + 77_777]
  return (limit) => {
    high = 36_969 * (high & 65_535) + (high >>> 16)
    low = 18_000 * (low & 65_535) + (low >>> 16)
    return (((high << 16) + (low & 65_535)) >>> 0) % limit
  }
}

export const oneOf = <T>(dice: Dice, choices: readonly T[]): T => choices[dice(choices.length)]!

/** The same things in an order of chance. */
export function shuffled<T>(dice: Dice, things: readonly T[]): T[] {
  const dealt = [...things]
  for (let last = dealt.length - 1; last > 0; last--) {
    const other = dice(last + 1)
    const [one, another] = [dealt[last]!, dealt[other]!]
    dealt[last] = another
    dealt[other] = one
  }
  return dealt
}
