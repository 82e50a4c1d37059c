import type { Instant } from '../../shared/instant.ts'

/** That a case was taken over from the office's own old register. Lies readable in the store, so it says no word of it. */
export interface Imported {
  /** Id of the import. */
  readonly book: string
  /** When the old book says that it ended, else when it was taken over; `null`: it was open. */
  readonly endedAt: Instant | null
  /** The import is being taken back, and the case goes with it. */
  readonly isGoing?: true
}

/** What the old book says that has no place of its own here. */
export interface FromBook {
  /** Number of the import in the unit. */
  readonly import: number
  readonly row: number
  readonly oldNumber: string | null
  readonly status: string | null
  readonly answer: string | null
  readonly closedAt: Instant | null
}
