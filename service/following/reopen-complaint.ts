import { handlingClockOf, stopAll, stopClocks, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import { mayReopen } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { Refusal } from '../shared/refusal.ts'

const reporter: Actor = { kind: 'reporter' }

/** The completion did not come, so the complaint counts as withdrawn; for a while its reporter can still bring it. */
export function deemWithdrawn(complaint: Complaint, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'withdrawn')
  const over = stopAll(complaint.clocks, moment.at)
  return applyDecision(
    complaint,
    moment,
    {
      status: 'withdrawn',
      clocks: withClock(over, 'reopening', complaint, moment, moment.at),
      dossier: { completion: null, proposal: null, lapsed: complaint.dossier.completion },
    },
    { event: 'withdrawn', by: { kind: 'system' }, notice: 'withdrawn' },
  )
}

/**
 * The reporter brings the missing items late; the case returns to its earlier status and its clocks start again.
 * @throws Refusal `reopening/over`
 */
export function reopen(complaint: Complaint, text: string, moment: Moment): Complaint {
  const { lapsed } = complaint.dossier
  if (!mayReopen(complaint, moment.at) || !lapsed) throw new Refusal('conflict', 'reopening/over')
  const { at } = moment
  const clock = lapsed.resumes === 'in_progress' ? handlingClockOf(complaint) : 'verification'
  return applyDecision(
    complaint,
    moment,
    {
      status: lapsed.resumes,
      clocks: withClock(stopClocks(complaint.clocks, ['reopening'], at), clock, complaint, moment, at),
      dossier: {
        lapsed: null,
        messages: [...complaint.dossier.messages, { id: moment.newId(), at, by: reporter, text }],
      },
    },
    { event: 'reopened', by: reporter },
  )
}
