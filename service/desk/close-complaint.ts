import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { ActSteps } from './case-act.ts'

/** Closes the case. The objection window keeps running, so closing early takes nothing from the reporter. */
export function close(complaint: Complaint, text: string | undefined, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'closed')
  return applyDecision(complaint, moment, { status: 'closed' }, { event: 'closed', by, text, notice: 'closed' })
}

export const closeAct: ActSteps<{ readonly text?: string | undefined }> = {
  words: ({ text }) => [text],
  prepare:
    ({ text }) =>
    (complaint, by, moment) =>
      close(complaint, text, by, moment),
}
