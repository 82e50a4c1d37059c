import type { StaffMember } from '../staff/staff-member.ts'
import { allPaused, started, stopped } from './case-clocks.ts'
import { type Actor, type Complaint, decided, type Moment, refuseUnlessReachable } from './complaint.ts'
import { actOnCase, type CaseRequest, type DeskPorts } from './desk.ts'
import type { CompletionItem } from './vocabulary.ts'

export interface CompletionQuestion {
  readonly items: readonly CompletionItem[]
  readonly text: string
}

/** Something exact is missing: the office's clocks pause while the reporter's runs. */
export function askForCompletion(
  complaint: Complaint,
  { items, text }: CompletionQuestion,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'incomplete')
  const { at } = moment
  const answeredOnce = stopped(complaint.clocks, ['first_response'], at)
  return decided(
    complaint,
    moment,
    {
      status: 'incomplete',
      clocks: started(allPaused(answeredOnce, 'completion', at), 'completion', moment, at),
      dossier: {
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

export const askReporterForCompletion = (
  ports: DeskPorts,
  staff: StaffMember,
  request: CaseRequest & CompletionQuestion,
): Promise<Complaint> =>
  actOnCase(ports, staff, 'ask-for-completion', request, [request.text], (complaint, by, moment) =>
    askForCompletion(complaint, request, by, moment),
  )
