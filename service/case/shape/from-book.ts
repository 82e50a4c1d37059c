import type { Instant } from '../../shared/instant.ts'

/** The case was imported from the office's old register. This is readable in the store, so it contains no text. */
export interface Imported {
  readonly book: string
  /** The old register says that it ended then, or else it was imported then; `null` means that it was open. */
  readonly endedAt: Instant | null
  /** The import is being undone, and the case is deleted with it. */
  readonly isGoing?: true
}

/** These data of the old register have no other place here. */
export interface FromBook {
  readonly import: number
  readonly row: number
  readonly oldNumber: string | null
  readonly status: string | null
  readonly answer: string | null
  readonly closedAt: Instant | null
}
