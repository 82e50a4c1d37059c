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
 * Maps the mask of a case to its step, or -1.
 * @param order the words of the steps
 */
export function stepOfMask(order: readonly number[], words: number): Int8Array {
  const steps = stepsFor(order.length)
  const has = (mask: number) => (at: number) => (mask & (1 << (order[at] ?? 0))) !== 0
  return Int8Array.from({ length: 2 ** words }, (_, mask) =>
    steps.findIndex(({ having, lacking }) => having.every(has(mask)) && !lacking.some(has(mask))),
  )
}

/**
 * Walks all cases once, newest first, and assigns matching ones to their steps.
 * @param from the first step of the page, and the rank below which it continues there
 * @param most limits each step
 */
export function ranksBySteps(
  masks: Uint8Array,
  stepOf: Int8Array,
  from: { readonly step: number; readonly behind: number },
  most: number,
  fits: (rank: number) => boolean,
): readonly (readonly number[])[] {
  const found = Array.from({ length: Math.max(-1, ...stepOf) + 1 }, (): number[] => [])
  const first = found[from.step]
  for (let rank = masks.length - 1; rank >= 0; rank--) {
    const mask = masks[rank] ?? 0
    if (mask === 0) continue
    const step = stepOf[mask] ?? -1
    if (step < from.step || (step === from.step && rank >= from.behind)) continue
    const there = found[step]
    if (!there || there.length >= most || !fits(rank)) continue
    there.push(rank)
    // The page is full, and it is known what follows.
    if (first?.length === most) break
  }
  return found
}
