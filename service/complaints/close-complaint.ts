import type { StaffMember } from '../staff/staff-member.ts'
import { decided, refuseUnlessReachable } from './complaint.ts'
import { actOnCase, type CaseRequest, type DeskPorts } from './desk.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'

/** Closes the case. The objection window keeps running, so closing early takes nothing from the reporter. */
export function close(complaint: Complaint, text: string | undefined, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'closed')
  return decided(complaint, moment, { status: 'closed' }, { event: 'closed', by, text, notice: 'closed' })
}

export const closeComplaint = (
  ports: DeskPorts,
  staff: StaffMember,
  request: CaseRequest & { readonly text?: string | undefined },
) =>
  actOnCase(ports, staff, 'close', request, [request.text], (complaint, by, moment) =>
    close(complaint, request.text, by, moment),
  )
