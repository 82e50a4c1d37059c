import { actOnCase, type CaseActionPorts, type CaseRequest } from '../case/access/case-actions.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import { Refusal } from '../shared/refusal.ts'

interface ReferenceGiven {
  readonly reference: string
  /** The reporter may also read, for example, whom to ask there. */
  readonly text?: string | undefined
}

/**
 * Records the number that the outside authority gave the complaint; the reporter reads it as a message. A later number
 * replaces it.
 * @throws Refusal `case/not-forwarded-outside`
 */
export function addReference(
  complaint: Complaint,
  { reference, text }: ReferenceGiven,
  by: Actor,
  moment: Moment,
): Complaint {
  const { forwarded, messages } = complaint.dossier
  if (!forwarded || complaint.movedTo) throw new Refusal('conflict', 'case/not-forwarded-outside')
  const { at } = moment
  const words = [`${forwarded.to.name}: ${reference}`, ...(text ? [text] : [])].join('\n\n')
  return applyDecision(
    complaint,
    moment,
    {
      dossier: {
        forwarded: { ...forwarded, reference: { at, text: reference } },
        messages: [...messages, { id: moment.newId(), at, by, text: words }],
      },
    },
    { event: 'reference_told', by, text: reference, notice: 'message' },
  )
}

export const addReferenceToCase = (ports: CaseActionPorts, staff: StaffMember, request: CaseRequest & ReferenceGiven) =>
  actOnCase(ports, staff, 'add-reference', request, [request.reference, request.text], (complaint, by, moment) =>
    addReference(complaint, request, by, moment),
  )
