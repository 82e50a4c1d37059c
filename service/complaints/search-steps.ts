/** Which words a step of a search asks for, and which it must not meet, by their places from the rarest on. */
export interface Step {
  readonly having: readonly number[]
  readonly lacking: readonly number[]
}

/**
 * The steps of a search for so many words, each case in one of them at most: first all words, then without the
 * commonest, and so on; then the same without the rarest. Of more than three words, half must be there.
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

/** By the mask of a case: the step of the search that it belongs to; -1: none. @param order the words of the steps */
export function stepOfMask(order: readonly number[], words: number): Int8Array {
  const steps = stepsFor(order.length)
  const has = (mask: number) => (at: number) => (mask & (1 << (order[at] ?? 0))) !== 0
  return Int8Array.from({ length: 2 ** words }, (_, mask) =>
    steps.findIndex(({ having, lacking }) => having.every(has(mask)) && !lacking.some(has(mask))),
  )
}

/**
 * Walks once through all cases from the newest on, and puts those that fit to their steps.
 * @param from the step that the page begins with, and the rank below which it goes on there
 * @param most so many of each step
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
    // The page is full, and what follows it is known.
    if (first?.length === most) break
  }
  return found
}
