import { actOnCase, type CaseActionPorts, type CaseRequest } from '../case/access/case-actions.ts'
import { COMPLETION, pauseAll, started, stopClocks } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import { type IdentityPolicy, policyFor } from '../offices/tenants/tenant.ts'
import type { CompletionItem } from '../offices/vocabulary.ts'
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
      clocks: started(pauseAll(answeredOnce, COMPLETION, at), 'completion', complaint, moment, at),
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

export async function askReporterForCompletion(
  ports: CaseActionPorts,
  staff: StaffMember,
  request: CaseRequest & CompletionQuestion,
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(staff.tenant)
  return actOnCase(ports, staff, 'ask-for-completion', request, [request.text], (complaint, by, moment) =>
    askForCompletion(complaint, request, policyFor(settings, complaint.category), by, moment),
  )
}
