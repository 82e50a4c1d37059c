import { applyDecision } from '../../case/complaint.ts'
import { checksAfterChange } from '../../case/contact-check.ts'
import { forgetNames } from '../../case/evidence/shown-names.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Moment } from '../../case/shape/moment.ts'
import { leaveToPage } from '../../case/shape/notice.ts'
import { Refusal } from '../../shared/refusal.ts'
import { withRequests } from './ask-for-identity.ts'

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
