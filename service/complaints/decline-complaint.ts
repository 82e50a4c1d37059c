import type { StaffMember } from '../staff/staff-member.ts'
import { allStopped } from './case-clocks.ts'
import { type Actor, type Complaint, decided, type Moment, refuseUnlessReachable } from './complaint.ts'
import { actOnCase, type CaseRequest, type DeskPorts } from './desk.ts'
import type { DeclineReason } from './vocabulary.ts'

export interface Declining {
  readonly reason: DeclineReason
  readonly text: string
  /** Where the reporter can go instead. */
  readonly elsewhere: string
}

/** The office cannot follow this up: it says why, and where to go. */
export function decline(
  complaint: Complaint,
  { reason, text, elsewhere }: Declining,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'declined')
  return decided(
    complaint,
    moment,
    {
      status: 'declined',
      clocks: allStopped(complaint.clocks, moment.at),
      dossier: { declined: { at: moment.at, reason, text, elsewhere } },
    },
    { event: 'declined', by, text, notice: 'declined' },
  )
}

export const declineComplaint = (ports: DeskPorts, staff: StaffMember, request: CaseRequest & Declining) =>
  actOnCase(ports, staff, 'decline', request, [request.text, request.elsewhere], (complaint, by, moment) =>
    decline(complaint, request, by, moment),
  )
