import type { DangerousAct } from '../../offices/act-vocabulary.ts'
import { requireFreshConfirmation } from '../../offices/staff/confirm-session.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { type Approval, useApproval } from './approval.ts'
import type { ApprovalPorts } from './ask-for-approval.ts'

/**
 * Uses up an approval before its act begins: after a failure the person asks again, and of two simultaneous uses one
 * is refused.
 * @throws Refusal `session/confirmation-needed`, and those of `useApproval`
 */
export async function takeApproval(
  ports: ApprovalPorts,
  staff: StaffMember,
  id: string,
  act: DangerousAct,
): Promise<Approval> {
  requireFreshConfirmation(staff, ports.now())
  const taken = await ports.approvals.change(staff.tenant, id, (approval) =>
    useApproval(approval, act, staff.id, ports.now()),
  )
  await ports.record(staff.tenant, { by: staff.id, act: 'approval.used', subject: id, detail: act })
  return taken
}
