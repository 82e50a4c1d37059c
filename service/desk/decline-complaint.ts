import { stopAll, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import type { DeclineReason } from '../offices/vocabulary.ts'
import { refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'
import { notWellFounded } from './weigh-without-identity.ts'

export interface Refusing {
  readonly reason: DeclineReason
  readonly text: string
  readonly elsewhere: string
}

/**
 * The office declines with a reason and another address to turn to, and the objection window opens. Declining for lack of an identity is the decision
 * that the complaint is not well founded without one.
 * @throws Refusal `request/invalid` where an identity was given
 */
export function decline(
  complaint: Complaint,
  { reason, text, elsewhere }: Refusing,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'declined')
  const isUnfounded = reason === 'no_identity_not_grounded'
  if (isUnfounded && complaint.privacy !== 'anonymous') {
    throw refuseField('request/invalid', 'reason', 'identity-given')
  }
  return applyDecision(
    complaint,
    moment,
    {
      status: 'declined',
      clocks: withClock(stopAll(complaint.clocks, moment.at), 'objection_window', complaint, moment, moment.at),
      dossier: {
        answerWriters: by.kind === 'staff' ? [by.id] : [],
        declined: { at: moment.at, reason, text, elsewhere },
        ...(isUnfounded && notWellFounded(complaint, text, moment.at)),
      },
    },
    { event: 'declined', by, text, notice: 'declined' },
  )
}

export const declineAct: ActSteps<Refusing> = {
  words: ({ text, elsewhere }) => [text, elsewhere],
  prepare: (request) => (complaint, by, moment) => decline(complaint, request, by, moment),
}
