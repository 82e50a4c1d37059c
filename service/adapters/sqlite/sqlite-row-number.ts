import type { KeyValue } from '../../storage/collection.ts'

/** Rows of one millisecond. Together with its milliseconds a row's number is exact until the year 2248. */
const ROWS_A_MILLISECOND = 1_024

/** The lowest number of a row of that moment: rows in the order of their numbers are rows in the order of time. */
export function firstRowAt(moment: KeyValue): number {
  if (moment === null) return 1
  const at = typeof moment === 'number' ? moment : Date.parse(moment)
  if (!Number.isFinite(at)) throw new TypeError('What is searched is ordered by a moment.')
  return Math.max(1, Math.floor(at) * ROWS_A_MILLISECOND)
}

/**
 * A number that no row has, at or soon after the first: behind the last one of that millisecond or, where that is
 * full, of twice the time, and so on.
 * @param lastBefore the highest number below another
 */
export function freeRowOf(first: number, lastBefore: (end: number) => number | null): number {
  for (let room = ROWS_A_MILLISECOND; ; room *= 2) {
    const last = lastBefore(first + room)
    if (last === null || last < first) return first
    if (last < first + room - 1) return last + 1
  }
}
