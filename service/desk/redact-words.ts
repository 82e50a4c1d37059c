import { applyDecision } from '../case/complaint.ts'
import { isWrittenIn } from '../case/covering.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

interface Redacting {
  readonly words: readonly string[]
  /** Words that were taken out and come back. */
  readonly restored?: readonly string[] | undefined
  readonly because: string
}

/**
 * Says which words do not leave the unit: they are taken out of prints, exports, transfers and entries elsewhere,
 * wherever the reporter wrote them. Staff and the reporter go on reading all of it here.
 * @throws Refusal `redaction/not-written` where the reporter wrote no such words
 */
export function redact(
  complaint: Complaint,
  { words, restored = [], because }: Redacting,
  by: Actor,
  moment: Moment,
): Complaint {
  const kept = complaint.dossier.redactions.filter((one) => !restored.includes(one.words))
  const added = [...new Set(words)].filter((one) => !kept.some((known) => known.words === one))
  const at = words.findIndex((one) => !isWrittenIn(complaint, one))
  if (at >= 0) throw new Refusal('invalid', 'redaction/not-written', {}, [{ path: `words.${at}`, code: 'unknown' }])
  return applyDecision(
    complaint,
    moment,
    { dossier: { redactions: [...kept, ...added.map((one) => ({ words: one, by, at: moment.at, because }))] } },
    { event: 'redacted', by, text: because, public: false },
  )
}

export const redactAct: ActSteps<Redacting> = {
  words: ({ because }) => [because],
  prepare: (request) => (complaint, by, moment) => redact(complaint, request, by, moment),
}
