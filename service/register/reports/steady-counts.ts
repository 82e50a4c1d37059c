import { SMALLEST_SHOWN } from './suppress-small.ts'

type Cells = ReadonlyMap<string, number | null>

const isSmallStep = (before: number, now: number): boolean => before !== now && Math.abs(now - before) < SMALLEST_SHOWN

/** A published number stays as it was until it differs by enough cases; otherwise two answers would tell of one case. */
export const steadyCount = (before: number | null | undefined, now: number | null): number | null =>
  typeof before === 'number' && now !== null && isSmallStep(before, now) ? before : now

/** What is left for the hidden cells of a list. */
const restOf = (cells: Cells, total: number | null): number =>
  [...cells.values()].reduce<number>((rest, cell) => rest - (cell ?? 0), total ?? 0)

const hiddenIn = (cells: Cells): string =>
  [...cells]
    .flatMap(([name, cell]) => (cell === null ? [name] : []))
    .toSorted()
    .join('\n')

interface Published {
  readonly total: number | null
  readonly cells: Cells
}

/**
 * The same for a list. Where what is left for its hidden cells would change by a few cases, the list stays whole.
 * @param now with the total as it is published with it
 */
export function steadyList(before: Published | null, now: Published): Cells {
  if (!before) return now.cells
  const cells = new Map([...now.cells].map(([name, cell]) => [name, steadyCount(before.cells.get(name), cell)]))
  const isOfSameCells = [...cells.keys()].every((name) => before.cells.has(name))
  const hidden = hiddenIn(cells)
  if (!isOfSameCells || hidden === '' || hidden !== hiddenIn(before.cells)) return cells
  return isSmallStep(restOf(before.cells, before.total), restOf(cells, now.total)) ? before.cells : cells
}
