import { changeCaseFor, pageWithoutHoles, readVisiblePage, sees } from '../case/access/case-access.ts'
import type { CaseActionPorts } from '../case/access/case-actions.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { leaveUndeliveredToPage, type Notice, retryUndelivered, undeliveredSince } from '../case/shape/notice.ts'
import { waitingFor } from '../case/store/kept-complaint.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Page } from '../storage/collection.ts'

/** People with one of these permissions see that a reporter gets their notices. */
export const carers = ['cases.handle', 'cases.verify', 'cases.enter'] as const

/**
 * Lists cases with notices that no channel delivered, oldest first.
 * @throws Refusal `staff/not-permitted`
 */
export async function listUndelivered(
  { complaints, record }: CaseActionPorts,
  staff: StaffMember,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Complaint>> {
  requirePermission(staff, 'cases.read')
  await record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'undelivered' })
  return readVisiblePage(staff, paging, (page) =>
    complaints.list(staff.tenant, { ...waitingFor('undeliveredSince'), order: 'ascending', ...page }),
  )
}

const MOST_COUNTED = 100

/** Counts, up to a hundred, the visible cases that wait in a channel's queue. */
export async function countWaiting({ complaints }: CaseActionPorts, staff: StaffMember, line: string): Promise<number> {
  const { items } = await pageWithoutHoles(
    { limit: MOST_COUNTED },
    (page) => complaints.waitingIn(staff.tenant, line, page),
    (one) => sees(staff, one),
  )
  return items.length
}

/**
 * Retries all undelivered notices of a case from the first channel on, or leaves them to the reporter's page.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function settleUndelivered(
  ports: CaseActionPorts,
  staff: StaffMember,
  { number, how }: { readonly number: string; readonly how: 'retry' | 'set-aside' },
): Promise<Complaint> {
  const at = ports.now()
  const settle = (notice: Notice) => (how === 'retry' ? retryUndelivered(notice, at) : leaveUndeliveredToPage(notice))
  return changeCaseFor(ports, staff, carers, number, async (found) => {
    if (undeliveredSince(found.notices) === null) return found
    await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: number, detail: `${how}-notices` })
    return { ...found, notices: found.notices.map(settle) }
  })
}
