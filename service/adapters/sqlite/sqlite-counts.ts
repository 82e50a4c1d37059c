/**
 * Defers additions until all writes of the transaction are made: additions to the same sum are added up and written
 * once.
 */
export type Afterwards = (sum: string, by: number, write: (by: number) => void) => void

export interface Addition {
  readonly by: number
  readonly write: (by: number) => void
}

/** Simultaneous filings count in the same few sums, and a case that changes takes from one what it adds to another. */
export const addTogether =
  (sums: Map<string, Addition>): Afterwards =>
  (sum, by, write) => {
    sums.set(sum, { by: by + (sums.get(sum)?.by ?? 0), write })
  }

export const atOnce: Afterwards = (_sum, by, write) => write(by)
