import { caseFor, changeCaseFor } from '../../case/access/case-access.ts'
import { actorOf, momentOf } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { unknownApproval } from '../approvals/approval.ts'
import type { ApprovalPorts } from '../approvals/ask-for-approval.ts'
import { takeApproval } from '../approvals/take-approval.ts'
import { eraseIdentity } from './erase-identity.ts'

/**
 * Erases the identity after a second person agreed; the record stays.
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `complaint/not-found`, those of `takeApproval`
 * and `eraseIdentity`
 */
export async function eraseApprovedIdentity(
  ports: ApprovalPorts,
  staff: StaffMember,
  { number, approval: id }: { readonly number: string; readonly approval: string },
): Promise<Complaint> {
  await caseFor(ports, staff, 'identity.erase', number)
  const { content } = await ports.approvals.get(staff.tenant, id)
  if (content.cases[0]?.number !== number) throw unknownApproval()
  await takeApproval(ports, staff, id, 'erase-identity')
  const moment = await momentOf(ports, staff.tenant)
  const erased = await changeCaseFor(ports, staff, ['identity.erase'], number, (complaint) =>
    eraseIdentity(complaint, actorOf(staff), moment, content.reason),
  )
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.erased', subject: number, detail: null })
  return erased
}
