import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { owesImprovement } from '../case/tasks.ts'
import type { ActSteps } from './case-act.ts'
import { findForImprovement, nameImprovement, type WrittenImprovement, wordsOfImprovement } from './name-improvement.ts'

/** Closes the case. The objection window keeps running, so closing early takes nothing from the reporter. */
export function close(complaint: Complaint, text: string | undefined, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'closed')
  return applyDecision(complaint, moment, { status: 'closed' }, { event: 'closed', by, text, notice: 'closed' })
}

/** A person who closes a case whose complaint was proven names what the office changed, unless somebody did. */
export const closeAct: ActSteps<WrittenImprovement & { readonly text?: string | undefined }> = {
  words: (request) => [request.text, ...wordsOfImprovement(request)],
  async prepare(request, ports, staff) {
    const found = await findForImprovement(ports, staff, request.number, request)
    return (complaint, by, moment) => {
      const named = owesImprovement(complaint) ? nameImprovement(complaint, request, found, by, moment) : complaint
      return close(named, request.text, by, moment)
    }
  },
}
