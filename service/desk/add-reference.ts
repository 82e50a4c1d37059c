import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

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

export const addReferenceAct: ActSteps<ReferenceGiven> = {
  words: ({ reference, text }) => [reference, text],
  prepare: (request) => (complaint, by, moment) => addReference(complaint, request, by, moment),
}
