import { caseFor } from '../../case/access/case-access.ts'
import { requireFreshConfirmation } from '../../offices/staff/confirm-session.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'
import { refuseUnlessGranted, useForIdentity } from '../approvals/approval.ts'
import type { ApprovalPorts } from '../approvals/ask-for-approval.ts'
import {
  custodianNeeded,
  mayOpenIdentity,
  type OpenedIdentity,
  refuseUnlessCustodian,
  revealIdentity,
} from './reveal-identity.ts'

/**
 * Opens one of the identities that a second person approved. Each access is recorded in its own case's history and on
 * its reporter's page. A confidential one also needs a custodian's approval, unless the second person is a custodian.
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `identity/custodian-needed`, and those of
 * `useForIdentity`
 */
export async function openApprovedIdentity(
  ports: ApprovalPorts,
  staff: StaffMember,
  { id, number }: { readonly id: string; readonly number: string },
): Promise<OpenedIdentity> {
  requirePermission(staff, 'identity.open')
  requireFreshConfirmation(staff, ports.now())
  const approval = await ports.approvals.get(staff.tenant, id)
  refuseUnlessGranted(approval, 'open-identities', staff.id, ports.now())
  const custodianAgreed = approval.decision?.custodian ?? false
  // The check comes first, so that a refusal does not use up the approval of this case.
  const complaint = await caseFor(ports, staff, 'identity.open', number)
  if (!complaint.identity) throw new Refusal('conflict', 'identity/not-given')
  refuseUnlessCustodian(complaint, staff)
  if (!custodianAgreed && !mayOpenIdentity(complaint, staff, ports.now())) throw custodianNeeded(complaint)
  const { content } = await ports.approvals.change(staff.tenant, id, (before) =>
    useForIdentity(before, number, staff.id, ports.now()),
  )
  await ports.record(staff.tenant, { by: staff.id, act: 'approval.used', subject: id, detail: 'open-identities' })
  const reason = { ground: content.ground ?? 'other', reason: content.reason }
  return revealIdentity(ports, staff, { number, ...reason }, { custodianAgreed })
}
