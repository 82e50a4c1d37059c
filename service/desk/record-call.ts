import { MOST_TRIES, mayCall, officeOf, TRIED_AGAIN_AFTER } from '../case/access/deciders.ts'
import { applyDecision } from '../case/complaint.ts'
import { objectForReporter } from '../case/reporter-acts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, HistoryEvent, Moment } from '../case/shape/history.ts'
import type { CallResult } from '../offices/vocabulary.ts'
import { plusMilliseconds } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

interface WrittenCall {
  readonly result: CallResult
  /** The words of the reporter; needed where the matter is not settled, because they become the objection. */
  readonly text?: string | undefined
}

/**
 * Records whether the reporter calls the matter settled. If not, their objection is opened as if they had made it
 * themselves; who was not reached is tried again.
 * @throws Refusal `request/invalid`
 */
export function recordCall(complaint: Complaint, { result, text }: WrittenCall, by: Actor, moment: Moment): Complaint {
  if (result === 'unsolved' && !text) {
    throw refuseField('request/invalid', 'text', 'required')
  }
  const calls = [...complaint.dossier.calls, { at: moment.at, by, result }]
  const isTriedAgain = result === 'no_contact' && triesOf(calls) < MOST_TRIES
  const after = applyDecision(
    complaint,
    moment,
    {
      callableFrom: isTriedAgain ? plusMilliseconds(moment.at, TRIED_AGAIN_AFTER) : null,
      dossier: { calls },
    },
    { event: called[result], by, text: result === 'unsolved' ? undefined : text },
  )
  return result === 'unsolved' && text ? objectForReporter(after, text, by, moment) : after
}

const called = {
  solved: 'called_solved',
  unsolved: 'called_unsolved',
  no_contact: 'called_no_contact',
} as const satisfies Record<CallResult, HistoryEvent>

/** Tries since the reporter was last reached. */
const triesOf = (calls: Complaint['dossier']['calls']): number =>
  calls.length - 1 - calls.findLastIndex(({ result }) => result !== 'no_contact')

export const recordCallAct: ActSteps<WrittenCall> = {
  words: ({ text }) => [text],
  async prepare(request, ports, staff) {
    const { settings } = await ports.tenants.get(staff.tenant)
    const office = await officeOf(ports, staff.tenant, settings)
    return (complaint, by, moment) => {
      if (!mayCall(staff, complaint, office)) throw new Refusal('conflict', 'call/not-offered')
      return recordCall(complaint, request, by, moment)
    }
  },
}
