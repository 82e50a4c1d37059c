import { actOnCase, type CaseRequest, type DeskPorts } from '../case/access/desk.ts'
import { allStopped } from '../case/case-clocks.ts'
import { decided, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import type { DeclineReason } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import { notWellFounded } from './weigh-without-identity.ts'

export interface Declining {
  readonly reason: DeclineReason
  readonly text: string
  readonly elsewhere: string
}

/**
 * The office declines with a reason and another address to turn to. Declining for lack of an identity is the decision
 * that the complaint is not well founded without one.
 * @throws Refusal `request/invalid` where an identity was given
 */
export function decline(
  complaint: Complaint,
  { reason, text, elsewhere }: Declining,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'declined')
  const isUnfounded = reason === 'no_identity_not_grounded'
  if (isUnfounded && complaint.privacy !== 'anonymous') {
    throw new Refusal('invalid', 'request/invalid', {}, [{ path: 'reason', code: 'identity-given' }])
  }
  return decided(
    complaint,
    moment,
    {
      status: 'declined',
      clocks: allStopped(complaint.clocks, moment.at),
      dossier: {
        declined: { at: moment.at, reason, text, elsewhere },
        ...(isUnfounded && notWellFounded(complaint, text, moment.at)),
      },
    },
    { event: 'declined', by, text, notice: 'declined' },
  )
}

export const declineComplaint = (ports: DeskPorts, staff: StaffMember, request: CaseRequest & Declining) =>
  actOnCase(ports, staff, 'decline', request, [request.text, request.elsewhere], (complaint, by, moment) =>
    decline(complaint, request, by, moment),
  )
