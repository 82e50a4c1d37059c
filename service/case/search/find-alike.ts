import type { Narrowing } from './case-columns.ts'
import { MOST_WORDS } from './mark-words.ts'
import { eachFromHighest, hasBit } from './row-bits.ts'
import type { IndexView } from './tenant-index.ts'

export interface AlikeCase {
  readonly id: string
  /** How many telling words both have. */
  readonly shared: number
  /** The share of what the words of the one tell, from 0 to 1. */
  readonly likeness: number
}

/** A word in more of the cases than this tells nothing, except in a unit with few. */
const MOST_SHARE = 0.03
const FEW = 10

/**
 * By chance two complaints share less. Of 200 invented ones of one sentence each, on 40 subjects, it finds one for every
 * second, and half of those are on the same subject (`tests/search-quality`).
 */
const LEAST_LIKENESS = 0.25
const LEAST_SHARED = 2

/**
 * Finds cases that share telling words with one, the likest first. A word tells the more, the fewer cases have it, so
 * words that everybody writes count nothing in any language.
 * @param words those of one text
 */
export async function findAlike(
  view: IndexView,
  words: readonly string[],
  narrowing: Narrowing,
): Promise<readonly AlikeCase[]> {
  const found = new Map<number, { shared: number; weight: number }>()
  let whole = 0
  for (let at = 0; at < words.length; at += MOST_WORDS) {
    const some = words.slice(at, at + MOST_WORDS).map((word) => ({ forms: [word], typed: null, categories: [] }))
    const { of, cases, visible } = await view.masks(some, narrowing)
    const most = Math.max(FEW, visible * MOST_SHARE)
    const weights = cases.map((having) => (having === 0 || having > most ? 0 : Math.log((visible + FEW) / having)))
    whole += weights.reduce((sum, weight) => sum + weight, 0)
    for (const [place, weight] of weights.entries()) {
      const ranks = of[place]
      if (weight === 0 || !ranks) continue
      eachFromHighest(ranks, (rank) => {
        const before = found.get(rank) ?? { shared: 0, weight: 0 }
        found.set(rank, { shared: before.shared + 1, weight: before.weight + weight })
        return true
      })
    }
  }
  const fits = view.fitting(narrowing)
  return [...found]
    .filter(([, { shared, weight }]) => shared >= LEAST_SHARED && weight >= whole * LEAST_LIKENESS)
    .filter(([rank]) => hasBit(fits, rank))
    .map(([rank, { shared, weight }]) => ({ id: view.idAt(rank), shared, likeness: weight / whole }))
    .sort((one, other) => other.likeness - one.likeness)
}
