import type { SeriesAct, UndoneReason } from '../offices/act-vocabulary.ts'
import type { OfficeCalendar } from '../offices/calendar/office-calendar.ts'
import { lastDayBegun, localDayOf, nextOpening } from '../offices/calendar/working-days.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { StaffId } from '../storage/place.ts'
import { nextDueAt } from './case-clocks.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { HistoryLine, Moment } from './shape/history.ts'
import type { AlertNote } from './shape/notice.ts'
import { isSeries, type TimedAct, type TimedOrder } from './shape/timed-act.ts'

/** So long what was just sent can be taken back. */
export const TAKE_BACK_FOR = 10 * SECOND

/** A chosen time lies between these, counted from now. */
export const SOONEST = MINUTE
export const LATEST = 30 * DAY

export const MOST_TIMED = 10

type HoldsTimed = Pick<Complaint, 'dossier'>

/** When the next act of the case is due; `null` if none waits. */
export const nextTimedAt = ({ timedActs }: Pick<Dossier, 'timedActs'>): Instant | null =>
  timedActs.map(({ dueAt }) => dueAt).toSorted()[0] ?? null

export const timedDue = ({ dossier }: HoldsTimed, now: Instant): readonly TimedAct[] =>
  dossier.timedActs.filter(({ dueAt }) => dueAt <= now)

/** @throws Refusal `timed/out-of-reach` for a time that was chosen too near or too far */
export function refuseOutOfReach(at: Instant, now: Instant): void {
  if (at >= plusMilliseconds(now, SOONEST) && at <= plusMilliseconds(now, LATEST)) return
  throw new Refusal('invalid', 'timed/out-of-reach', { days: LATEST / DAY })
}

/** @throws Refusal `timed/gone`: it was done, or taken back */
export function timedActOf({ dossier }: HoldsTimed, id: string): TimedAct {
  const found = dossier.timedActs.find((one) => one.id === id)
  if (!found) throw new Refusal('not-found', 'timed/gone')
  return found
}

/** A busy service does what is due some seconds late. */
const SOON_AFTER = MINUTE

/**
 * Tells whether waiting could change what is counted: a date of the office ends within that time or soon after, or the
 * day on which a count begins becomes another one, because the office closes or the day ends.
 */
export function wouldMoveDates(
  { clocks }: Pick<Complaint, 'clocks'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  calendar: OfficeCalendar,
): boolean {
  const until = plusMilliseconds(to, SOON_AFTER)
  const nextDate = nextDueAt(clocks)
  if (nextDate !== null && nextDate > from && nextDate <= until) return true
  const daysAt = (at: Instant) =>
    [localDayOf(at, calendar), localDayOf(nextOpening(at, calendar), calendar), lastDayBegun(at, calendar)].join()
  return daysAt(from) !== daysAt(until)
}

const withTimed = <C extends HoldsTimed & Pick<Complaint, 'revision'>>(
  complaint: C,
  timedActs: readonly TimedAct[],
): C => ({ ...complaint, revision: complaint.revision + 1, dossier: { ...complaint.dossier, timedActs } })

/** Others who look at the case must see that it waits, so the case is another one from then on. */
export function addTimed(complaint: Complaint, timed: TimedAct): Complaint {
  const { timedActs } = complaint.dossier
  if (timedActs.length >= MOST_TIMED) throw new Refusal('conflict', 'timed/too-many', { most: MOST_TIMED })
  return withTimed(complaint, [...timedActs, timed])
}

export function takeTimed(complaint: Complaint, id: string): Complaint {
  timedActOf(complaint, id)
  return withTimed(
    complaint,
    complaint.dossier.timedActs.filter((one) => one.id !== id),
  )
}

export function moveTimed(complaint: Complaint, id: string, dueAt: Instant): Complaint {
  timedActOf(complaint, id)
  return withTimed(
    complaint,
    complaint.dossier.timedActs.map((one) => (one.id === id ? { ...one, dueAt, isChosen: true } : one)),
  )
}

/** Where acts have the words that an officer wrote, the most telling first. */
const wordFields = ['text', 'reason', 'because', 'reference', 'instruction']

/** What the officer wrote for it; empty where nothing was to write. */
export function wordsOf(order: TimedOrder): string {
  const filled = new Map<string, unknown>(Object.entries(order))
  return wordFields.map((name) => filled.get(name)).find(isWritten) ?? ''
}

const isWritten = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Puts other texts in place of what the officer wrote for it. The steps of a series are shown by its name alone. */
export const rewriteOrder = <Order extends TimedAct['order']>(
  order: Order,
  rewrite: (text: string) => string,
): Order => ({
  ...order,
  ...Object.fromEntries(
    Object.entries(order).flatMap(([name, value]) =>
      wordFields.includes(name) && isWritten(value) ? [[name, rewrite(value)]] : [],
    ),
  ),
})

/**
 * Somebody may write again while a text of theirs waits. Any other act is done once, so it is open to nobody while it
 * can be taken back. @param except the order that is being done
 */
export const isActWaiting = ({ dossier }: HoldsTimed, act: string, except?: string): boolean =>
  act !== 'message' &&
  act !== 'note' &&
  dossier.timedActs.some(({ id, order, isChosen }) => order.act === act && !isChosen && id !== except)

/** Somebody who chose a time did not know what the reporter wrote or did since. */
export const hasReporterActedSince = ({ dossier }: HoldsTimed, { orderedAt }: Pick<TimedAct, 'orderedAt'>): boolean =>
  dossier.history.some(({ at, by }) => by.kind === 'reporter' && at > orderedAt)

/**
 * Why an order is not done: the reason, the code of why it was refused, or the act of a series that was refused with the
 * code of why.
 */
export type NotDone = UndoneReason | { readonly act?: SeriesAct; readonly code: string }

/** Alerts its author that an act is not done; without one those who handle the case are. */
export const leftUndone = ({ at, newId }: Pick<Moment, 'at' | 'newId'>, to: StaffId | null): AlertNote => ({
  ...{ id: newId(), at, by: null },
  ...{ kind: 'not_sent', duty: 'handling' },
  to,
})

/**
 * The act is not done: staff read that and why in the history, and its author is alerted. Where the author is gone,
 * those who handle the case are, and find the words in the history.
 */
export function leaveUndone(
  complaint: Complaint,
  { id, by, order }: Pick<TimedAct, 'id' | 'by' | 'order'>,
  { why, isAuthorHere }: { readonly why: NotDone; readonly isAuthorHere: boolean },
  { at, newId }: Pick<Moment, 'at' | 'newId'>,
): Complaint {
  const left = takeTimed(complaint, id)
  const words = isSeries(order) || isAuthorHere ? null : wordsOf(order) || null
  const line: HistoryLine = {
    ...{ at, by, text: words, public: false },
    ...(typeof why === 'string'
      ? { event: why }
      : { event: isSeries(order) ? 'series_undone' : 'not_sent_refused', refused: why }),
    ...(isSeries(order) && { series: order.name }),
  }
  return {
    ...left,
    alerts: [...left.alerts, leftUndone({ at, newId }, isAuthorHere ? by.id : null)],
    dossier: { ...left.dossier, history: [...left.dossier.history, line] },
  }
}
