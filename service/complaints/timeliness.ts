import { isOverdue } from '../deadlines/clocks.ts'
import type { Complaint } from './complaint.ts'

/** Whether the office answered within its target for handling; `open`: it has not answered. */
export type Timeliness = 'open' | 'in_time' | 'late'

export function timelinessOf({ clocks, answeredBy }: Pick<Complaint, 'clocks' | 'answeredBy'>): Timeliness {
  const handling = clocks.findLast(({ clock }) => clock === 'handling_oversight' || clock === 'handling_non_oversight')
  if (answeredBy === null || !handling || handling.stoppedAt === null) return 'open'
  return isOverdue(handling, handling.stoppedAt) ? 'late' : 'in_time'
}
