import type { Timeliness } from '../offices/vocabulary.ts'
import { isOverdue } from './deadlines/clocks.ts'
import type { Complaint } from './shape/complaint.ts'

/** Tells whether the office answered within its target for handling; `null` if it has not answered. */
export function timelinessOf({ clocks, answeredBy }: Pick<Complaint, 'clocks' | 'answeredBy'>): Timeliness | null {
  const handling = clocks.findLast(({ clock }) => clock === 'handling_oversight' || clock === 'handling_non_oversight')
  if (answeredBy === null || !handling || handling.stoppedAt === null) return null
  return isOverdue(handling, handling.stoppedAt) ? 'late' : 'in_time'
}
