import type { ClockName } from '../offices/calendar/rule-pack.ts'
import { DAY, type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { Complaint } from './shape/complaint.ts'
import type { AlertNote, Duty } from './shape/notice.ts'
import type { ClockAlerted } from './shape/timed-act.ts'

const ranks = { near: 1, over: 2, escalated: 3 } as const satisfies Record<ClockAlerted['stage'], number>
const kinds = { near: 'clock_near', over: 'clock_over', escalated: 'clock_escalated' } as const

/** The parts of a case that its dates need. None is sealed. */
export type TimedCase = Pick<Complaint, 'clocks' | 'dataRequestDueAt'> & {
  /** It is absent on cases from before such alerts. */
  readonly clocksTold?: readonly ClockAlerted[]
}

/** The clocks that bind the office, and whose turn it is. The others bind the reporter. */
const dutyOf: Readonly<Partial<Record<ClockName, Duty>>> = {
  verification: 'verification',
  first_response: 'handling',
  handling_non_oversight: 'handling',
  handling_oversight: 'handling',
  objection_decision: 'approval',
  personal_data: 'rights',
}

type Dated = Pick<ClockAlerted, 'clock' | 'dueAt'>

function runningDates({ clocks, dataRequestDueAt }: TimedCase): readonly Dated[] {
  const dates: Dated[] = []
  for (const { clock, dueAt, promisedAt, stoppedAt, pausedAt } of clocks) {
    // A new date that was promised after the first had passed is the one that counts.
    if (dutyOf[clock] && !stoppedAt && !pausedAt) dates.push({ clock, dueAt: promisedAt ?? dueAt })
  }
  if (dataRequestDueAt) dates.push({ clock: 'personal_data', dueAt: dataRequestDueAt })
  return dates
}

const isSame = (one: Dated, other: Dated): boolean => one.clock === other.clock && one.dueAt === other.dueAt

const stageOf = ({ clocksTold }: TimedCase, dated: Dated): ClockAlerted['stage'] | null =>
  clocksTold?.find((alerted) => isSame(alerted, dated))?.stage ?? null

/** Whether a date runs of which staff were alerted. */
export const pressesStaff = (complaint: TimedCase): boolean =>
  runningDates(complaint).some((dated) => stageOf(complaint, dated) !== null)

const rankOf = (stage: ClockAlerted['stage'] | null): number => (stage === null ? 0 : ranks[stage])

/** Each write of a case asks for them several times. */
function earliest(complaint: TimedCase, isAsked: (stage: ClockAlerted['stage'] | null) => boolean): Instant | null {
  let first: Instant | null = null
  for (const dated of runningDates(complaint)) {
    if ((first === null || dated.dueAt < first) && isAsked(stageOf(complaint, dated))) first = dated.dueAt
  }
  return first
}

/** Keys that find cases whose dates staff must be alerted of; `null` if nothing is left. */
export const clockKeys = {
  nearUntoldAt: (complaint: TimedCase) => earliest(complaint, (stage) => stage === null),
  overUntoldAt: (complaint: TimedCase) => earliest(complaint, (stage) => rankOf(stage) < ranks.over),
  longOverUntoldAt: (complaint: TimedCase) => earliest(complaint, (stage) => stage === 'over'),
}

export interface ClockNews {
  readonly notes: readonly AlertNote[]
  readonly clocksTold: readonly ClockAlerted[]
}

/** Dates up to `nearUntil` are near, those up to `longOverdueUntil` passed so long ago that they are escalated. */
export interface Looking {
  readonly now: Instant
  readonly nearUntil: Instant
  readonly longOverdueUntil: Instant
}

/**
 * After so long nobody is alerted any more that a date passed: the service stood still, or a backup was restored, and
 * the lists show what is late.
 */
const ALERTED_WITHIN = 14 * DAY

/** Handler and head are alerted before their superiors. @returns `null` if nothing is new; without notes the dates passed long ago */
export function clockNews(
  complaint: TimedCase,
  { now, nearUntil, longOverdueUntil, newId }: Looking & { readonly newId: () => string },
): ClockNews | null {
  const notes: AlertNote[] = []
  let isChanged = false
  const longAgo = plusMilliseconds(now, -ALERTED_WITHIN)
  const escalatedLongAgo = plusMilliseconds(longOverdueUntil, -ALERTED_WITHIN)
  const clocksAlerted: ClockAlerted[] = []
  for (const dated of runningDates(complaint)) {
    const before = stageOf(complaint, dated)
    const isLongOver = dated.dueAt <= longOverdueUntil && rankOf(before) >= ranks.over
    const reached = isLongOver ? 'escalated' : dated.dueAt <= now ? 'over' : dated.dueAt <= nearUntil ? 'near' : null
    const next = rankOf(reached) > rankOf(before) ? reached : null
    const isLongAgo = dated.dueAt <= (next === 'escalated' ? escalatedLongAgo : longAgo)
    const stage = next && isLongAgo ? 'escalated' : next
    if (stage) isChanged = true
    if (stage && !isLongAgo) {
      notes.push({
        id: newId(),
        kind: kinds[stage],
        duty: dutyOf[dated.clock] ?? 'handling',
        at: now,
        by: null,
        to: null,
      })
    }
    const after = stage ?? before
    if (after) clocksAlerted.push({ ...dated, stage: after })
  }
  return isChanged ? { notes, clocksTold: clocksAlerted } : null
}
