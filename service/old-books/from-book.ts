import type { Complaint } from '../complaints/complaint.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'

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

/** Nobody was given a receipt when it was written into the old book. @throws Refusal `case/without-receipt` */
export function refuseWithoutReceipt({ imported }: Pick<Complaint, 'imported'>): void {
  if (imported) throw new Refusal('conflict', 'case/without-receipt')
}
