import { pageWithoutHoles, sees } from '../case/access/case-access.ts'
import type { CaseActionPorts } from '../case/access/case-actions.ts'
import { isOfficeClock } from '../case/case-clocks.ts'
import { isOverdue, type RunningClock } from '../case/deadlines/clocks.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Role } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import type { Page } from '../storage/collection.ts'
import type { StaffId } from '../storage/place.ts'

export const findLateClocks = (clocks: readonly RunningClock[], now: Instant): readonly RunningClock[] =>
  clocks
    .filter((clock) => isOfficeClock(clock) && clock.stoppedAt === null && isOverdue(clock, now))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))

/** One person, or anybody with that role, can end the wait now. */
export type Turn = { readonly person: StaffId } | { readonly role: Role }

export function turnOf({ status, handler }: Pick<Complaint, 'status' | 'handler'>): Turn {
  if (status === 'received') return { role: 'verifier' }
  if (status === 'awaiting_approval' || status === 'objected') return { role: 'unit_head' }
  // A case without a handler waits for the person who dispatches it.
  return handler ? { person: handler } : { role: 'unit_head' }
}

const MOST_PAUSED = 100

/**
 * Lists cases whose count staff stopped, in the order in which the pauses end.
 * @throws Refusal `staff/not-permitted`
 */
export async function listPaused(ports: CaseActionPorts, staff: StaffMember): Promise<readonly Complaint[]> {
  requirePermission(staff, 'cases.read')
  const { items } = await pageWithoutHoles(
    { limit: MOST_PAUSED },
    (asked) => ports.complaints.list(staff.tenant, { index: 'paused', order: 'ascending', ...asked }),
    (complaint) => sees(staff, complaint),
  )
  return items
}

interface Paging {
  readonly limit: number
  readonly after?: string | undefined
}

/**
 * Lists overdue cases, the latest first.
 * @throws Refusal `staff/not-permitted`
 */
export async function listLate(ports: CaseActionPorts, staff: StaffMember, paging: Paging): Promise<Page<Complaint>> {
  requirePermission(staff, 'cases.read')
  const now = ports.now()
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'late' })
  return pageWithoutHoles(
    paging,
    (asked) => ports.complaints.list(staff.tenant, { index: 'due', range: { to: now }, order: 'ascending', ...asked }),
    (complaint) => sees(staff, complaint) && findLateClocks(complaint.clocks, now).length > 0,
  )
}
