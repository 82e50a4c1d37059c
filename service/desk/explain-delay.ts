import { lateClocks } from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { DelayExplained } from '../case/shape/handling.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { dayNumberOf } from '../offices/calendar/office-calendar.ts'
import { closingOf } from '../offices/calendar/working-days.ts'
import { DAY, type Day, parseDay, plusMilliseconds } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

interface DelayExplanation {
  readonly reason: string
  readonly newDate: Day
}

const FARTHEST = 366 * DAY

/**
 * Late clocks keep their missed date and get the promised one beside it; when that passes too, the reporter is notified
 * again.
 * @throws Refusal `clock/none-late`, `request/invalid`
 */
export function explainDelay(
  complaint: Complaint,
  { reason, newDate }: DelayExplanation,
  by: Actor,
  moment: Moment,
): Complaint {
  const late = lateClocks(complaint.clocks)
  if (late.length === 0) throw new Refusal('conflict', 'clock/none-late')
  const promisedAt = closingOf(dayNumberOf(newDate), moment.calendar)
  if (promisedAt <= moment.at || promisedAt > plusMilliseconds(moment.at, FARTHEST)) {
    const code = promisedAt <= moment.at ? 'in-past' : 'too-far'
    throw refuseField('request/invalid', 'newDate', code)
  }
  const explained: DelayExplained = { at: moment.at, by, reason, newDate: promisedAt }
  return applyDecision(
    complaint,
    moment,
    {
      clocks: complaint.clocks.map((clock) => (late.includes(clock) ? { ...clock, promisedAt } : clock)),
      dossier: { delays: [...complaint.dossier.delays, explained] },
    },
    { event: 'delay_explained', by, text: reason, notice: 'delay_explained' },
  )
}

export const explainDelayAct: ActSteps<{ readonly reason: string; readonly newDate: string }> = {
  words: ({ reason }) => [reason],
  prepare:
    ({ reason, newDate }) =>
    (complaint, by, moment) =>
      // The contract has checked that this is a date of the calendar.
      explainDelay(complaint, { reason, newDate: parseDay(newDate) }, by, moment),
}
