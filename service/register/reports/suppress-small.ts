/** Fewer cases than this in one cell could tell who they are about. */
export const SMALLEST_SHOWN = 5

/**
 * A line of counts with its small ones hidden (`null`). Their sum stays hidden too: where the total of the line would
 * give them away, the next smallest is hidden with them. Zero is shown: it is about nobody.
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

/** The total of a line, `null` where all that it holds is hidden and small. */
export function totalOf(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > 0 && total < SMALLEST_SHOWN ? null : total
}

/**
 * How many of a hundred, in steps of five: a share that told more would give away counts that are hidden elsewhere.
 * `null` where too few are counted.
 */
export function roundedPercent(part: number, rest: number): number | null {
  if (part + rest < SMALLEST_SHOWN) return null
  return Math.round((20 * part) / (part + rest)) * 5
}
