/** Fewer cases than this in one cell could reveal who they are about. */
export const SMALLEST_SHOWN = 5

/**
 * Hides small counts (`null`). Where the total of the line would reveal them, the next smallest is hidden too. Zero
 * is shown, because it is about nobody.
 */
export function suppressSmall(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < SMALLEST_SHOWN ? [at] : [])))
  if (hidden.size === 0) return [...counts]
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden.has(at))
    .sort((a, b) => a.count - b.count)
  const sum = () => [...hidden].reduce((total, at) => total + (counts[at] ?? 0), 0)
  while ((hidden.size < 2 || sum() < SMALLEST_SHOWN) && others.length > 0) hidden.add(others.shift()?.at ?? 0)
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/** `null` means that all parts are hidden and small. */
export function totalOf(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > 0 && total < SMALLEST_SHOWN ? null : total
}

/** A percentage in steps of five: a finer one would reveal counts that are hidden elsewhere. `null` means too few. */
export function roundedPercent(part: number, rest: number): number | null {
  if (part + rest < SMALLEST_SHOWN) return null
  return Math.round((20 * part) / (part + rest)) * 5
}
