import { handlingClockOf, stopAll, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

interface ObjectionDecision {
  readonly upheld: boolean
  readonly text: string
}

/**
 * If the objection is upheld, the case is handled again. If not, the answer stands and the case is closed, or it stays
 * declined.
 */
export function decideObjection(
  complaint: Complaint,
  { upheld, text }: ObjectionDecision,
  by: Actor,
  moment: Moment,
): Complaint {
  const status = upheld ? 'in_progress' : complaint.dossier.declined ? 'declined' : 'closed'
  refuseUnlessReachable(complaint.status, status)
  const writers = [complaint.answeredBy, ...complaint.dossier.answerWriters]
  if (by.kind === 'staff' && writers.includes(by.id)) throw new Refusal('forbidden', 'objection/own-answer')
  const { at } = moment
  const over = stopAll(complaint.clocks, at)
  return applyDecision(
    complaint,
    moment,
    upheld
      ? {
          status,
          clocks: withClock(over, handlingClockOf(complaint), complaint, moment, at),
          dossier: { declined: null },
        }
      : { status, clocks: over },
    { event: 'objection_decided', by, text, notice: 'objection_decided' },
  )
}

export const decideObjectionAct: ActSteps<ObjectionDecision> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment) => decideObjection(complaint, request, by, moment),
}
