import { Refusal } from '../shared/refusal.ts'
import { stopClocks, withClock } from './case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from './complaint.ts'
import { mayObject } from './reporter-acts.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'

/** The reporter rejects the answer, or that there is none; somebody who did not decide so decides. */
export function object(complaint: Complaint, text: string, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'objected')
  if (!mayObject(complaint, moment.at)) throw new Refusal('conflict', 'objection/window-over')
  return openObjection(complaint, text, { kind: 'reporter' }, moment)
}

/**
 * Somebody called the reporter, for whom the matter is not settled. The office asked, so it does not matter whether
 * the reporter's own time to object is over.
 */
export function objectForReporter(complaint: Complaint, text: string, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'objected')
  return openObjection(complaint, text, by, moment)
}

function openObjection(complaint: Complaint, text: string, by: Actor, moment: Moment): Complaint {
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
    { event: 'objected', by, text, notice: 'objection_received' },
  )
}
