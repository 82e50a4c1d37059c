import { actorOf } from '../../case/access/case-actions.ts'
import { refuseNaming } from '../../case/access/refuse-naming.ts'
import { requireFreshConfirmation } from '../../offices/staff/confirm-session.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type Approval, decideApproval } from './approval.ts'
import { approvalToDecide } from './approval-access.ts'
import type { ApprovalPorts } from './ask-for-approval.ts'
import { isNewTo } from './list-approvals.ts'

export interface ApprovalDecision {
  readonly id: string
  readonly granted: boolean
  readonly because: string
}

/**
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `approval/unknown`, `text/names-reporter`, and
 * those of `decideApproval`
 */
export async function decideOnApproval(
  ports: ApprovalPorts,
  staff: StaffMember,
  { id, ...decision }: ApprovalDecision,
): Promise<Approval> {
  const asked = await approvalToDecide(ports, staff, id)
  if (asked.content.person?.countsElsewhere) throw new Refusal('forbidden', 'approval/operator-decides')
  requireFreshConfirmation(staff, ports.now())
  for (const { number } of asked.content.cases) {
    const complaint = await ports.complaints.find(staff.tenant, number)
    if (complaint) await refuseNaming(ports, staff, complaint, decision.because)
  }
  const custodian = staff.permissions.has('identity.open_confidential')
  const isNew = isNewTo(asked, staff, ports.now())
  const second = { id: staff.id, actor: actorOf(staff), custodian, isNew }
  const decided = await ports.approvals.change(staff.tenant, id, (approval) =>
    decideApproval(approval, decision, second, { at: ports.now() }),
  )
  const detail = decision.granted ? 'granted' : 'refused'
  await ports.record(staff.tenant, { by: staff.id, act: 'approval.decided', subject: id, detail })
  return decided
}
