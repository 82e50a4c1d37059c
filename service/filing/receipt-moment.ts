import { isThere } from '../case/shape/spoken-channels.ts'
import { dayNumberOf, type OfficeCalendar } from '../offices/calendar/office-calendar.ts'
import { localDateOf, momentAt, openBlocksOn, whyClosed } from '../offices/calendar/working-days.ts'
import type { IntakeChannel } from '../offices/vocabulary.ts'
import { DAY, type Day, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { refuseField } from '../shared/refusal.ts'

/** How far back a receipt may lie, in days. A letter that lay longer is a mistyped year; our own number, from no law. */
const OLDEST = 366

/** The hour of a day on which the office is closed. It decides nothing, because clocks begin with the next opening. */
const NOON = '12:00'

interface ReceivedOn {
  readonly channel: IntakeChannel
  /** The day on the office's stamp, or of the call; without it the complaint is received as it is entered. */
  readonly receivedOn?: Day | undefined
  readonly arrivedAt?: Instant | undefined
}

/**
 * Finds when a complaint was received that is entered now. Paper bears a day and no hour, so an earlier day counts from
 * the hour at which the office opened.
 * @throws Refusal `request/invalid` for a day that has not come, one more than a year ago, or for somebody who is there
 */
export function receiptMoment(
  { channel, receivedOn, arrivedAt }: ReceivedOn,
  { at, calendar }: { readonly at: Instant; readonly calendar: OfficeCalendar },
): Instant {
  if (!receivedOn) return arrivedAt ?? at
  if (isThere(channel)) throw refuseField('request/invalid', 'receivedOn', 'not-when-there')
  if (receivedOn > localDateOf(at, calendar)) throw refuseField('request/invalid', 'receivedOn', 'in-future')
  if (receivedOn < localDateOf(plusMilliseconds(at, -OLDEST * DAY), calendar))
    throw refuseField('request/invalid', 'receivedOn', 'too-long-ago')
  if (receivedOn === localDateOf(at, calendar)) return at
  const day = dayNumberOf(receivedOn)
  const [opening] = whyClosed(day, calendar) ? [] : openBlocksOn(day, calendar)
  return momentAt(day, opening?.[0] ?? NOON, calendar)
}
