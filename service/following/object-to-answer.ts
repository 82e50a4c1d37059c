import { actOnCase, type CaseActionPorts, type CaseRequest } from '../case/access/case-actions.ts'
import { started, stopAll, stopClocks } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import { mayObject } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import { Refusal } from '../shared/refusal.ts'

/** The reporter rejects the answer; somebody who did not give it decides. */
export function object(complaint: Complaint, text: string, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'objected')
  if (!mayObject(complaint, moment.at)) throw new Refusal('conflict', 'objection/window-over')
  const { at } = moment
  return applyDecision(
    complaint,
    moment,
    {
      status: 'objected',
      clocks: started(
        stopClocks(complaint.clocks, ['objection_window'], at),
        'objection_decision',
        complaint,
        moment,
        at,
      ),
      dossier: { objection: { at, text } },
    },
    { event: 'objected', by: { kind: 'reporter' }, text, notice: 'objection_received' },
  )
}

/** If the objection is upheld, the case is handled again; if not, the answer stands and the case is closed. */
export function decideObjection(
  complaint: Complaint,
  { upheld, text }: { readonly upheld: boolean; readonly text: string },
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, upheld ? 'in_progress' : 'closed')
  const writers = [complaint.answeredBy, ...complaint.dossier.answerWriters]
  if (by.kind === 'staff' && writers.includes(by.id)) throw new Refusal('forbidden', 'objection/own-answer')
  const { at } = moment
  const over = stopAll(complaint.clocks, at)
  const handling = complaint.class === 'oversight' ? 'handling_oversight' : 'handling_non_oversight'
  return applyDecision(
    complaint,
    moment,
    upheld
      ? { status: 'in_progress', clocks: started(over, handling, complaint, moment, at) }
      : { status: 'closed', clocks: over },
    { event: 'objection_decided', by, text, notice: 'objection_decided' },
  )
}

export const decideObjectionToAnswer = (
  ports: CaseActionPorts,
  staff: StaffMember,
  request: CaseRequest & { readonly upheld: boolean; readonly text: string },
) =>
  actOnCase(ports, staff, 'decide-objection', request, [request.text], (complaint, by, moment) =>
    decideObjection(complaint, request, by, moment),
  )
