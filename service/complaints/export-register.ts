import type { ApprovalPorts } from '../approvals/ask-for-approval.ts'
import { takeApproval } from '../approvals/take-approval.ts'
import { requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { mayOn, sees } from './case-access.ts'
import type { Complaint } from './complaint.ts'

/** Cases read at once: what an export holds in memory, however long the register is. */
const AT_ONCE = 100

/**
 * The cases that somebody sees, oldest first, once a second person said yes. The purpose stands in the request, and the
 * log names the request. Cases are read while the receiver takes them.
 * @throws Refusal `staff/not-permitted`, and those of `takeApproval`
 */
export async function exportRegister(
  ports: ApprovalPorts,
  staff: StaffMember,
  approval: string,
): Promise<AsyncIterable<Complaint>> {
  requirePermission(staff, 'register.export')
  await takeApproval(ports, staff, approval, 'export-register')
  await ports.record(staff.tenant, { by: staff.id, act: 'register.exported', subject: approval, detail: null })
  return allCases(ports, staff)
}

async function* allCases({ complaints }: ApprovalPorts, staff: StaffMember): AsyncGenerator<Complaint> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof complaints.list>> = await complaints.list(staff.tenant, {
      index: 'received',
      order: 'ascending',
      limit: AT_ONCE,
      ...(after && { after }),
    })
    yield* page.items.filter((complaint) => sees(staff, complaint) && mayOn(staff, 'register.export', complaint))
    after = page.nextCursor
  } while (after)
}
