import { stopClocks, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import { mayObject } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Moment } from '../case/shape/moment.ts'
import { Refusal } from '../shared/refusal.ts'

/** The reporter rejects the answer, or that there is none; somebody who did not decide so decides. */
export function object(complaint: Complaint, text: string, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'objected')
  if (!mayObject(complaint, moment.at)) throw new Refusal('conflict', 'objection/window-over')
  const { at } = moment
  return applyDecision(
    complaint,
    moment,
    {
      status: 'objected',
      clocks: withClock(
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
