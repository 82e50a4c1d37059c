import { clockNamed, wasPausedByStaff } from '../../case/case-clocks.ts'
import type { ClockName } from '../../case/deadlines/clocks.ts'
import { wasTaken } from '../../case/notices/standing.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Message } from '../../case/shape/correspondence.ts'
import { openStatuses } from '../../case/store/complaint-tallies.ts'
import { timelinessOf } from '../../case/timeliness.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import { type Outcome, outcomes } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf, recordOf } from '../../shared/records.ts'
import { findLateClocks } from '../list-late.ts'

export interface Share {
  readonly part: number
  readonly of: number
}

/**
 * The median, in calendar days; `null` means that nothing was measured. It knows only those that are done, so it comes
 * with how many are not; figures that were kept before that leave it out.
 */
export interface Middle {
  readonly days: number | null
  readonly of: number
  readonly undone?: number
}

/** Only the tenant's own records count. */
export interface EvaluationFigures {
  readonly received: number
  readonly answered: number
  readonly open: number
  readonly late: number
  readonly toVerification: Middle
  readonly toFirstResponse: Middle
  readonly toAnswer: Middle
  /** Answers, and what is overdue without one: late for want of a verification or an answer. */
  readonly inTime: Share
  /** Staff stopped the count at least once. */
  readonly paused?: Share
  /** Reporters who did not understand or accept the answer object. */
  readonly objected: Share
  readonly rated: Share
  readonly lowRated: Share
  readonly unsolved: Share
  readonly completionAsked: Share
  readonly noticesSent: Share
  readonly noticesArrived: Share
  readonly messagesAnswered: Share
  readonly delaysExplained: Share
  readonly borneOut: Share
  readonly byCategory: Readonly<Record<string, number>>
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>
}

/** An answer to a message is owed within this many calendar days. */
export const ANSWERED_WITHIN = 7

/** It reads the cases once, a few at a time, and keeps counts only. */
export async function measureEvaluation(
  cases: AsyncIterable<Complaint>,
  calendar: OfficeCalendar,
  now: Instant,
): Promise<EvaluationFigures> {
  const totals = { received: 0, answered: 0, open: 0, late: 0 }
  const waits = recordOf(waitNames, (): Waits => ({ days: new Map(), undone: 0 }))
  const shares = recordOf(shareNames, (): Writable => ({ part: 0, of: 0 }))
  const byCategory: Record<string, number> = {}
  const byOutcome: Partial<Record<Outcome, number>> = {}
  const count = (name: ShareName, isPart: boolean) => {
    shares[name].of++
    if (isPart) shares[name].part++
  }
  const countDays = (counts: Waits, from: Instant, to: Instant | null | undefined, isAwaited: boolean) => {
    if (!to) {
      if (isAwaited) counts.undone++
      return
    }
    const days = localDayOf(to, calendar) - localDayOf(from, calendar)
    counts.days.set(days, (counts.days.get(days) ?? 0) + 1)
  }

  for await (const complaint of cases) {
    const { clocks, dossier, receivedAt, status, category, notices } = complaint
    const late = findLateClocks(clocks, now).length > 0
    totals.received++
    const isOpen = isOneOf(openStatuses, status)
    if (isOpen) totals.open++
    if (late) totals.late++
    byCategory[category] = (byCategory[category] ?? 0) + 1
    // A reporter who withdrew stopped these clocks, which is nothing that the office did.
    const isWithdrawnUnread = status === 'withdrawn' && !isHandled(clocks)
    const isDone = (clock: ClockName) => (isWithdrawnUnread ? null : clockNamed(clocks, clock)?.stoppedAt)
    countDays(waits.toVerification, receivedAt, isDone('verification'), isOpen)
    countDays(waits.toFirstResponse, receivedAt, isDone('first_response'), isOpen)
    countDays(waits.toAnswer, receivedAt, dossier.answer?.at, isOpen)
    count('paused', wasPausedByStaff(clocks))
    count(
      'completionAsked',
      dossier.history.some(({ event }) => event === 'completion_asked'),
    )
    if (dossier.answer) {
      const { outcome } = dossier.answer
      totals.answered++
      byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
      count(
        'objected',
        dossier.history.some(({ event }) => event === 'objected'),
      )
      count('borneOut', outcome === 'substantiated' || outcome === 'partly_substantiated')
      count('rated', dossier.rating !== null)
    }
    const timeliness = timelinessOf(complaint) ?? (late ? 'late' : null)
    if (timeliness) count('inTime', timeliness === 'in_time')
    if (dossier.rating) {
      count('lowRated', dossier.rating.stars <= 2)
      count('unsolved', !dossier.rating.solved)
    }
    for (const { state } of notices) {
      if (state === 'pending' || state === 'printing') continue
      const isSent = wasTaken(state)
      count('noticesSent', isSent)
      if (isSent) count('noticesArrived', state !== 'sent')
    }
    for (const answered of answersTo(dossier.messages, dossier.answer?.at, now, calendar)) {
      count('messagesAnswered', answered)
    }
    if (late || dossier.delays.length > 0) count('delaysExplained', dossier.delays.length > 0)
  }
  return {
    ...totals,
    ...shares,
    toVerification: middleOf(waits.toVerification),
    toFirstResponse: middleOf(waits.toFirstResponse),
    toAnswer: middleOf(waits.toAnswer),
    byCategory,
    byOutcome: Object.fromEntries(outcomes.flatMap((one) => (byOutcome[one] ? [[one, byOutcome[one]]] : []))),
  }
}

const waitNames = ['toVerification', 'toFirstResponse', 'toAnswer'] as const

interface Waits {
  readonly days: Map<number, number>
  /** Open cases that still wait for it. */
  undone: number
}

const isHandled = (clocks: Complaint['clocks']): boolean => clocks.some(({ clock }) => clock.startsWith('handling'))

const shareNames = [
  'inTime',
  'paused',
  'objected',
  'rated',
  'lowRated',
  'unsolved',
  'completionAsked',
  'noticesSent',
  'noticesArrived',
  'messagesAnswered',
  'delaysExplained',
  'borneOut',
] as const
type ShareName = (typeof shareNames)[number]
interface Writable {
  part: number
  of: number
}

/** Counts messages of the reporter with an answer in time; one that can still be answered in time is left out. */
function answersTo(
  messages: readonly Message[],
  answeredAt: Instant | undefined,
  now: Instant,
  calendar: OfficeCalendar,
): boolean[] {
  const words = messages.filter(({ by }) => by.kind === 'staff').map(({ at }) => at)
  const ofOffice = answeredAt ? [...words, answeredAt] : words
  const daysTo = (from: Instant, to: Instant) => localDayOf(to, calendar) - localDayOf(from, calendar)
  return messages.flatMap(({ by, at }) => {
    if (by.kind !== 'reporter') return []
    const isAnswered = ofOffice.some((one) => one >= at && daysTo(at, one) <= ANSWERED_WITHIN)
    return isAnswered || daysTo(at, now) > ANSWERED_WITHIN ? [isAnswered] : []
  })
}

function middleOf({ days: counts, undone }: Waits): Middle {
  const sorted = [...counts].sort(([one], [other]) => one - other)
  const of = sorted.reduce((sum, [, cases]) => sum + cases, 0)
  const at = (place: number): number => {
    let passed = 0
    for (const [days, cases] of sorted) {
      passed += cases
      if (place < passed) return days
    }
    return 0
  }
  return { days: of === 0 ? null : (at(Math.floor((of - 1) / 2)) + at(Math.floor(of / 2))) / 2, of, undone }
}
