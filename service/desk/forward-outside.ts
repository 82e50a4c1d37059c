import { stopAll } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import { parseDay } from '../shared/instant.ts'
import { refuseField } from '../shared/refusal.ts'

export interface OutsideForwarding {
  readonly name: string
  readonly address?: string | undefined
  readonly sentOn: string
  /** The reporter reads it. */
  readonly reason: string
}

/**
 * Another authority is responsible: the complaint was sent there and ends here.
 * @throws Refusal `case/wrong-status`, `request/invalid` for a day before it was received or in the future
 */
export function forwardOutside(
  complaint: Complaint,
  { name, address, sentOn, reason }: OutsideForwarding,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'forwarded')
  const { at, calendar } = moment
  const isTooEarly = sentOn < localDateOf(complaint.receivedAt, calendar)
  if (isTooEarly || sentOn > localDateOf(at, calendar)) {
    const code = isTooEarly ? 'before-receipt' : 'in-future'
    throw refuseField('request/invalid', 'sentOn', code)
  }
  const to = { name, address: address ?? null }
  return applyDecision(
    complaint,
    moment,
    {
      status: 'forwarded',
      clocks: stopAll(complaint.clocks, at),
      // The contract has checked that this is a date of the calendar.
      dossier: { forwarded: { at, to, sentOn: parseDay(sentOn), reason, reference: null } },
    },
    { event: 'forwarded', by, text: reason, to: name, notice: 'forwarded' },
  )
}
