import type { Bits } from './row-bits.ts'

/** A step requires some words and excludes others, given by their places from the rarest on. */
export interface Step {
  readonly having: readonly number[]
  readonly lacking: readonly number[]
}

/**
 * Returns the steps of a search; each case belongs to at most one: first all words, then without the commonest, and so
 * on, then the same without the rarest. Of more than three words, half must match.
 */
export function stepsFor(words: number): readonly Step[] {
  const least = words <= 3 ? 1 : Math.ceil(words / 2)
  const places = Array.from({ length: words }, (_, at) => at)
  const steps = places.flatMap((first) =>
    places.slice(first).map((_, fewer) => {
      const last = words - fewer
      return {
        having: places.slice(first, last),
        lacking: [...places.slice(0, first), ...places.slice(last, last + 1)],
      }
    }),
  )
  return steps.filter(({ having }) => having.length >= least)
}

/** The ranks of the cases of each word: those that contain it, and those with what is near it. */
export interface RanksOfWords {
  readonly of: readonly Bits[]
  readonly near: readonly Bits[]
}

/**
 * Finds the newest cases of each place of a search. Each step has two places: for the cases that contain its words, and
 * for those that contain what is near one of them. Places are left empty once `most` cases are found.
 * @param order the words of the steps
 * @param from the first place of the page, and the rank below which it continues there
 * @param fits the ranks that may be found
 */
export function ranksBySteps(
  { of, near }: RanksOfWords,
  order: readonly number[],
  from: { readonly step: number; readonly behind: number },
  most: number,
  fits: Bits,
): readonly (readonly number[])[] {
  const found: number[][] = []
  let amount = 0
  for (const { having, lacking } of stepsFor(order.length)) {
    const bitsAt = (words: readonly Bits[], places: readonly number[]) =>
      places.flatMap((place) => words[order[place] ?? -1] ?? [])
    const [exact, alike, not] = [bitsAt(of, having), bitsAt(near, having), bitsAt(near, lacking)]
    for (const parts of [
      { all: exact, not, notAll: [] },
      { all: alike, not, notAll: exact },
    ]) {
      const place = found.length
      const below = place === from.step ? from.behind : Number.MAX_SAFE_INTEGER
      const ranks = place < from.step || amount >= most ? [] : newestWith({ fits, ...parts }, below, most)
      amount += ranks.length
      found.push(ranks)
    }
  }
  return found
}

interface Wanted {
  readonly fits: Bits
  readonly all: readonly Bits[]
  readonly not: readonly Bits[]
  /** One of these is missing, if there are any. */
  readonly notAll: readonly Bits[]
}

function newestWith({ fits, all, not, notAll }: Wanted, below: number, most: number): number[] {
  const ranks: number[] = []
  for (let at = Math.min(fits.length - 1, Math.floor(below / 32)); at >= 0 && ranks.length < most; at--) {
    let left = fits[at] ?? 0
    for (let n = 0; n < all.length && left !== 0; n++) left &= all[n]?.[at] ?? 0
    for (let n = 0; n < not.length && left !== 0; n++) left &= ~(not[n]?.[at] ?? 0)
    if (left !== 0 && notAll.length > 0) left &= ~notAll.reduce((every, one) => every & (one[at] ?? 0), -1)
    while (left !== 0 && ranks.length < most) {
      const bit = 31 - Math.clz32(left)
      left &= ~(1 << bit)
      if (at * 32 + bit < below) ranks.push(at * 32 + bit)
    }
  }
  return ranks
}
