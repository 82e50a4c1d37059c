import { COMPLETION, pauseAll, stopClocks, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { type IdentityPolicy, policyFor } from '../offices/tenants/tenant.ts'
import type { CompletionItem } from '../offices/vocabulary.ts'
import type { ActSteps } from './case-act.ts'
import { notWellFounded } from './weigh-without-identity.ts'

export interface CompletionQuestion {
  readonly items: readonly CompletionItem[]
  readonly text: string
}

/**
 * The office's clocks pause while the reporter's runs. Where complaints without identity are weighed, asking for an
 * identity records that this one is not well founded yet.
 */
export function askForCompletion(
  complaint: Complaint,
  { items, text }: CompletionQuestion,
  policy: IdentityPolicy,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'incomplete')
  const { at } = moment
  const answeredOnce = stopClocks(complaint.clocks, ['first_response'], at)
  return applyDecision(
    complaint,
    moment,
    {
      status: 'incomplete',
      clocks: withClock(pauseAll(answeredOnce, COMPLETION, at), 'completion', complaint, moment, at),
      dossier: {
        ...(items.includes('identity') && policy !== 'open' && notWellFounded(complaint, text, at)),
        completion: {
          askedAt: at,
          items,
          text,
          resumes: complaint.status === 'in_progress' ? 'in_progress' : 'received',
        },
      },
    },
    { event: 'completion_asked', by, text, notice: 'completion_asked' },
  )
}

export const askForCompletionAct: ActSteps<CompletionQuestion> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment, settings) =>
    askForCompletion(complaint, request, policyFor(settings, complaint.category), by, moment),
}
