import { decided, type Moment } from '../complaints/complaint.ts'
import type { Complaint } from '../complaints/shape/complaint.ts'
import type { Actor } from '../complaints/shape/history.ts'
import { namesForgotten } from '../evidence/shown-names.ts'
import { toldOnPageOnly } from '../notices/notice.ts'
import { checksAfterChange } from '../rights/contact-check.ts'
import { Refusal } from '../shared/refusal.ts'
import { withRequests } from './ask-for-identity.ts'

/**
 * Forgets who the reporter is while the case goes on: with the identity its key goes, so no seal of it opens again, and
 * no notice finds its way any more; file names that told it are gone. Who opened it before, and why, stays told.
 * @param reason of a member of staff; the reporter reads it
 * @throws Refusal `identity/not-given`, `retention/held` where somebody else than the reporter asks for it
 */
export function eraseIdentity(complaint: Complaint, by: Actor, moment: Moment, reason?: string): Complaint {
  if (!complaint.identity) throw new Refusal('conflict', 'identity/not-given')
  if (complaint.heldSince && by.kind !== 'reporter') {
    throw new Refusal('conflict', 'retention/held', { number: complaint.id })
  }
  // A request that waits, or a yes not used yet, must not open an identity that is given later.
  const settled = complaint.dossier.identityRequests.filter(
    ({ decision, usedAt }) => usedAt !== null || decision?.granted === false,
  )
  const { identityAskedAt, dossier } = withRequests(settled)
  return decided(
    { ...complaint, notices: complaint.notices.map(toldOnPageOnly) },
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
        evidenceNames: namesForgotten(complaint),
        contactChecks: checksAfterChange(complaint.dossier, moment.at),
      },
    },
    { event: 'identity_erased', by, text: reason },
  )
}
