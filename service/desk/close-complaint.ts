import { actOnCase, type CaseActionPorts, type CaseRequest } from '../case/access/case-actions.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'

/** Closes the case. The objection window keeps running, so closing early takes nothing from the reporter. */
export function close(complaint: Complaint, text: string | undefined, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'closed')
  return applyDecision(complaint, moment, { status: 'closed' }, { event: 'closed', by, text, notice: 'closed' })
}

export const closeComplaint = (
  ports: CaseActionPorts,
  staff: StaffMember,
  request: CaseRequest & { readonly text?: string | undefined },
) =>
  actOnCase(ports, staff, 'close', request, [request.text], (complaint, by, moment) =>
    close(complaint, request.text, by, moment),
  )
