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

/**
 * The places of a search: each step has two, for the cases that contain its words, and for those that contain what is
 * near one of them.
 */
export interface StepPlaces {
  readonly amount: number
  /** Returns the place of a case by its masks, or -1. */
  placeOf(exact: number, near: number): number
}

/** @param order the words of the steps */
export function placesOfSteps(order: readonly number[], words: number): StepPlaces {
  const steps = stepsFor(order.length)
  const bitOf = (at: number) => 1 << (order[at] ?? 0)
  const needed = steps.map(({ having }) => having.reduce((bits, at) => bits | bitOf(at), 0))
  const stepOf = Int8Array.from({ length: 2 ** words }, (_, mask) =>
    steps.findIndex(
      ({ lacking }, step) =>
        (mask & (needed[step] ?? 0)) === needed[step] && !lacking.some((at) => (mask & bitOf(at)) !== 0),
    ),
  )
  return {
    amount: 2 * steps.length,
    placeOf(exact, near) {
      const step = stepOf[near] ?? -1
      if (step < 0) return -1
      return 2 * step + ((exact & (needed[step] ?? 0)) === needed[step] ? 0 : 1)
    },
  }
}

/**
 * Walks all cases once, newest first, and assigns matching ones to their places.
 * @param from the first place of the page, and the rank below which it continues there
 * @param most limits each place
 */
export function ranksBySteps(
  { of, near }: { readonly of: Uint8Array; readonly near: Uint8Array },
  { amount, placeOf }: StepPlaces,
  from: { readonly step: number; readonly behind: number },
  most: number,
  fits: (rank: number) => boolean,
): readonly (readonly number[])[] {
  const found = Array.from({ length: amount }, (): number[] => [])
  const first = found[from.step]
  for (let rank = near.length - 1; rank >= 0; rank--) {
    const mask = near[rank] ?? 0
    if (mask === 0) continue
    const place = placeOf(of[rank] ?? 0, mask)
    if (place < from.step || (place === from.step && rank >= from.behind)) continue
    const there = found[place]
    if (!there || there.length >= most || !fits(rank)) continue
    there.push(rank)
    // The page is full, and it is known what follows.
    if (first?.length === most) break
  }
  return found
}
