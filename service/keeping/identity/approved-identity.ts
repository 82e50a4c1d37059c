import { caseByNumber, changeByNumber } from '../../case/access/case-access.ts'
import { actorOf, momentOf } from '../../case/access/case-actions.ts'
import { applyDecision } from '../../case/complaint.ts'
import { checksAfterChange } from '../../case/contact-check.ts'
import { forgetNames } from '../../case/evidence.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import { leaveToPage } from '../../case/shape/notice.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type ApprovalOffice, refuseUnlessGranted, unknownApproval, useForIdentity } from '../approvals/approval.ts'
import { takeApproval } from '../approvals/approvals.ts'
import {
  custodianNeeded,
  mayOpenIdentity,
  type OpenedIdentity,
  refuseUnlessCustodian,
  revealIdentity,
  withRequests,
} from './identity.ts'

/**
 * Erases the identity and its key while the case goes on: no seal of it opens again, no notice reaches the reporter, and
 * file names that revealed it are removed. The history of who opened it, and why, stays.
 * @param reason a member of staff gives it, and the reporter reads it
 * @throws Refusal `identity/not-given`, `retention/held` where somebody else than the reporter asks for it
 */
export function eraseIdentity(complaint: Complaint, by: Actor, moment: Moment, reason?: string): Complaint {
  if (!complaint.identity) throw new Refusal('conflict', 'identity/not-given')
  if (complaint.heldSince && by.kind !== 'reporter') {
    throw new Refusal('conflict', 'retention/held', { number: complaint.id })
  }
  // A waiting request or an unused approval must not open an identity that is given later.
  const settled = complaint.dossier.identityRequests.filter(
    ({ decision, usedAt }) => usedAt !== null || decision?.granted === false,
  )
  const { identityAskedAt, dossier } = withRequests(settled)
  return applyDecision(
    { ...complaint, notices: complaint.notices.map(leaveToPage) },
    moment,
    {
      privacy: 'anonymous',
      identity: null,
      identityErasedAt: moment.at,
      noticeChannels: [],
      identityAskedAt,
      dossier: {
        ...dossier,
        maskedReporter: null,
        sealedTo: null,
        evidenceNames: forgetNames(complaint),
        contactChecks: checksAfterChange(complaint.dossier, moment.at),
      },
    },
    { event: 'identity_erased', by, text: reason },
  )
}

/** Erases the identity after a second person agreed; the record stays. */
export async function eraseApprovedIdentity(
  office: ApprovalOffice,
  staff: StaffMember,
  { number, approval: id }: { readonly number: string; readonly approval: string },
): Promise<Complaint> {
  await caseByNumber(office, staff, ['identity.erase'], number)
  const { content } = await office.approvals.get(staff.tenant, id)
  if (content.cases[0]?.number !== number) throw unknownApproval()
  await takeApproval(office, staff, id, 'erase-identity')
  const moment = await momentOf(office, staff.tenant)
  const erased = await changeByNumber(office, staff, ['identity.erase'], number, (complaint) =>
    eraseIdentity(complaint, actorOf(staff), moment, content.reason),
  )
  await office.record(staff.tenant, { by: staff.id, act: 'identity.erased', subject: number, detail: null })
  return erased
}

/**
 * Opens one of the identities that a second person approved. Each access is recorded in its own case's history and on
 * its reporter's page. A confidential one also needs a custodian's approval, unless the second person is a custodian.
 */
export async function openApprovedIdentity(
  office: ApprovalOffice,
  staff: StaffMember,
  { id, number }: { readonly id: string; readonly number: string },
): Promise<OpenedIdentity> {
  requirePermission(staff, 'identity.open')
  requireFreshConfirmation(staff, office.now())
  const approval = await office.approvals.get(staff.tenant, id)
  refuseUnlessGranted(approval, 'open-identities', staff.id, office.now())
  const custodianAgreed = approval.decision?.custodian ?? false
  // The check comes first, so that a refusal does not use up the approval of this case.
  const complaint = await caseByNumber(office, staff, ['identity.open'], number)
  if (!complaint.identity) throw new Refusal('conflict', 'identity/not-given')
  refuseUnlessCustodian(complaint, staff)
  if (!custodianAgreed && !mayOpenIdentity(complaint, staff, office.now())) throw custodianNeeded(complaint)
  const { content } = await office.approvals.change(staff.tenant, id, (before) =>
    useForIdentity(before, number, staff.id, office.now()),
  )
  await office.record(staff.tenant, { by: staff.id, act: 'approval.used', subject: id, detail: 'open-identities' })
  const reason = { ground: content.ground ?? 'other', reason: content.reason }
  return revealIdentity(office, staff, { number, ...reason }, { custodianAgreed })
}
