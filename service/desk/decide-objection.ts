import { wroteAnswer } from '../case/access/deciders.ts'
import { handlingClockOf, stopAll, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint, Dossier } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

interface ObjectionDecision {
  readonly upheld: boolean
  readonly text: string
  /** Why the person who gave the answer decides themselves; the reporter reads it. */
  readonly ownReason?: string | undefined
}

/**
 * If the objection is upheld, the case is handled again. If not, the answer stands and the case is closed, or it stays
 * declined.
 */
export function decideObjection(
  complaint: Complaint,
  { upheld, text, ownReason }: ObjectionDecision,
  by: Actor,
  moment: Moment,
): Complaint {
  const status = upheld ? 'in_progress' : complaint.dossier.declined ? 'declined' : 'closed'
  refuseUnlessReachable(complaint.status, status)
  const isOwn = by.kind === 'staff' && wroteAnswer(by, complaint)
  if (isOwn && !ownReason) {
    throw new Refusal('forbidden', 'objection/own-answer', {}, [{ path: 'ownReason', code: 'required' }])
  }
  const { at } = moment
  const over = stopAll(complaint.clocks, at)
  return applyDecision(
    isOwn ? { ...complaint, dossier: withOwnReason(complaint.dossier, ownReason, by, at) } : complaint,
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

const withOwnReason = (dossier: Dossier, text: string | undefined, by: Actor, at: Instant): Dossier => ({
  ...dossier,
  history: [...dossier.history, { at, event: 'decided_by_signer', by, text: text ?? null, public: true }],
})

export const decideObjectionAct: ActSteps<ObjectionDecision> = {
  words: ({ text, ownReason }) => [text, ownReason],
  prepare: (request) => (complaint, by, moment) => decideObjection(complaint, request, by, moment),
}
