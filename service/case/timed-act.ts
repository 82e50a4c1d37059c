import type { SeriesAct, UndoneReason } from '../offices/act-vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { nextDueAt } from './case-clocks.ts'
import type { AlertNote } from './shape/alert-note.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { HistoryLine } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'
import type { TimedAct, TimedOrder } from './shape/timed-act.ts'

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

/** Tells whether a date of the office ends in that time, so that nothing may wait so long. */
export function endsWithin(
  { clocks }: Pick<Complaint, 'clocks'>,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): boolean {
  const nextDate = nextDueAt(clocks)
  return nextDate !== null && nextDate > from && nextDate <= to
}

const withTimed = <C extends HoldsTimed & Pick<Complaint, 'revision'>>(
  complaint: C,
  timedActs: readonly TimedAct[],
): C => ({ ...complaint, revision: complaint.revision + 1, dossier: { ...complaint.dossier, timedActs } })

/** Others who look at the case must see that it waits, so the case is another one from then on. @throws Refusal `timed/too-many` */
export function addTimed(complaint: Complaint, timed: TimedAct): Complaint {
  const { timedActs } = complaint.dossier
  if (timedActs.length >= MOST_TIMED) throw new Refusal('conflict', 'timed/too-many', { most: MOST_TIMED })
  return withTimed(complaint, [...timedActs, timed])
}

/** @throws Refusal `timed/gone` */
export function takeTimed(complaint: Complaint, id: string): Complaint {
  timedActOf(complaint, id)
  return withTimed(
    complaint,
    complaint.dossier.timedActs.filter((one) => one.id !== id),
  )
}

/** @throws Refusal `timed/gone`, `timed/out-of-reach` */
export function moveTimed(complaint: Complaint, id: string, dueAt: Instant): Complaint {
  timedActOf(complaint, id)
  return withTimed(
    complaint,
    complaint.dossier.timedActs.map((one) => (one.id === id ? { ...one, dueAt, isChosen: true } : one)),
  )
}

/** What the reporter would read of it; empty where a proposal is approved as it is. */
export const wordsOf = (order: TimedOrder): string =>
  ('text' in order ? order.text : 'reason' in order && order.reason) || ''

/** Somebody who chose a time did not know what the reporter wrote or did since. */
export const hasReporterActedSince = ({ dossier }: HoldsTimed, { orderedAt }: Pick<TimedAct, 'orderedAt'>): boolean =>
  dossier.history.some(({ at, by }) => by.kind === 'reporter' && at > orderedAt)

/** Why an order is not done: the reason of a single act, or the act of a series that was refused and the code of why. */
export type NotDone = UndoneReason | { readonly act: SeriesAct; readonly code: string }

/**
 * The act is not done: staff read that and why in the history, and its author is alerted. Where the author is gone, those
 * who handle the case are, and find the words in the history.
 * @throws Refusal `timed/gone`
 */
export function leaveUndone(
  complaint: Complaint,
  { id, by, order }: Pick<TimedAct, 'id' | 'by' | 'order'>,
  { why, isAuthorHere }: { readonly why: NotDone; readonly isAuthorHere: boolean },
  { at, newId }: Pick<Moment, 'at' | 'newId'>,
): Complaint {
  const left = takeTimed(complaint, id)
  const words = order.act === 'series' || isAuthorHere ? null : wordsOf(order) || null
  const line: HistoryLine = {
    ...{ at, by, text: words, public: false },
    ...(typeof why === 'string' ? { event: why } : { event: 'series_undone', refused: why }),
    ...(order.act === 'series' && { series: order.name }),
  }
  const alert: AlertNote = {
    ...{ id: newId(), at, by: null },
    ...{ kind: 'not_sent', duty: 'handling' },
    to: isAuthorHere ? by.id : null,
  }
  return {
    ...left,
    alerts: [...left.alerts, alert],
    dossier: { ...left.dossier, history: [...left.dossier.history, line] },
  }
}
