import type { Instant } from '../shared/instant.ts'
import { type Counted, countClock, type Terms } from './count-clock.ts'
import type { OfficeCalendar } from './office-calendar.ts'
import { type ClockName, type RulePack, ruleFor } from './rule-pack.ts'

export type { ClockName } from './rule-pack.ts'

/** A clock of a case, with all that is needed to explain its date. Plain JSON, kept with the case. */
export interface RunningClock extends Terms, Counted {
  readonly clock: ClockName
  /** Id of the pack that the amount was taken from. */
  readonly rulePack: string
  readonly stoppedAt: Instant | null
  /** Since when it stands still. Stays set on a clock that stopped during a pause. */
  readonly pausedAt: Instant | null
  /** Why it stands still now; the reporter sees it. */
  readonly pauseReason: string | null
  /** The later date that a person promised once this one had passed. */
  readonly promisedAt?: Instant | undefined
  /** The date of which the reporter was told that it passed. */
  readonly toldPassed?: Instant | undefined
  /** How many reminders of it went out. */
  readonly reminders?: number | undefined
}

/**
 * Starts a clock. What begins outside office hours is counted from the next opening; the day of that opening is day
 * nought, and the date is the closing time of the n-th working day after it. Calendar days last until midnight.
 * @param category whose own rule goes before the pack's
 */
export function startClock(
  clock: ClockName,
  pack: RulePack,
  calendar: OfficeCalendar,
  at: Instant,
  category?: string,
): RunningClock {
  const { amount, unit } = ruleFor(pack, clock, category)
  const terms: Terms = { amount, unit, startedAt: at, pauses: [] }
  return {
    clock,
    rulePack: pack.id,
    ...terms,
    ...countClock(terms, calendar),
    stoppedAt: null,
    pausedAt: null,
    pauseReason: null,
  }
}

const runs = ({ stoppedAt, pausedAt }: RunningClock): boolean => stoppedAt === null && pausedAt === null

/** The clock stands still until `resumeClock`. One that does not run stays as it is. */
export const pauseClock = (clock: RunningClock, reason: string, at: Instant): RunningClock =>
  runs(clock) ? { ...clock, pausedAt: at, pauseReason: reason } : clock

/** Goes on with the working days that were left when it paused. One that is not paused stays as it is. */
export function resumeClock(clock: RunningClock, calendar: OfficeCalendar, at: Instant): RunningClock {
  const { pausedAt, pauseReason, stoppedAt } = clock
  if (pausedAt === null || stoppedAt !== null) return clock
  const pause = { from: pausedAt, to: at < pausedAt ? pausedAt : at, reason: pauseReason ?? '' }
  const resumed = { ...clock, pausedAt: null, pauseReason: null, pauses: [...clock.pauses, pause] }
  return { ...resumed, ...countClock(resumed, calendar) }
}

/** Adds time to a clock that runs; how much may be added, and by whom, is decided elsewhere. */
export function extendClock(
  clock: RunningClock,
  amount: number,
  reason: string,
  calendar: OfficeCalendar,
  at: Instant,
): RunningClock {
  if (!runs(clock)) return clock
  const extended = { ...clock, extensions: [...(clock.extensions ?? []), { at, amount, reason }] }
  return { ...extended, ...countClock(extended, calendar) }
}

/**
 * Counts a date anew on a calendar that changed. Only the date of a clock that runs moves; one that has passed stays
 * passed, and none is moved into the past: nobody becomes late by a change of the calendar.
 */
export function recountClock(clock: RunningClock, calendar: OfficeCalendar, now: Instant): RunningClock {
  if (!runs(clock) || clock.unit === 'hours' || clock.dueAt < now) return clock
  const counted = countClock(clock, calendar)
  if (counted.dueAt < now) return clock
  return sameCount(clock, counted) ? clock : { ...clock, ...counted }
}

const sameCount = (one: Counted, other: Counted): boolean =>
  one.dueAt === other.dueAt &&
  one.countedFrom === other.countedFrom &&
  one.reachesUndecreedYear === other.reachesUndecreedYear &&
  one.skipped.length === other.skipped.length &&
  one.skipped.every(({ day, name }, at) => day === other.skipped[at]?.day && name === other.skipped[at]?.name)

/** The clock has done its work. One that has stopped keeps its first moment. */
export const stopClock = (clock: RunningClock, at: Instant): RunningClock =>
  clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock

/** Late: its date passed while it ran. A pause that came before the date keeps it in time. */
export const isOverdue = ({ dueAt, stoppedAt, pausedAt }: RunningClock, now: Instant): boolean =>
  (pausedAt ?? stoppedAt ?? now) > dueAt
