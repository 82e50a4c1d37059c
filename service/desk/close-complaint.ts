import { actOnCase, type CaseRequest, type DeskPorts } from '../case/access/desk.ts'
import { decided, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'

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
