import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { type ClockName, type RulePack, type RulePacks, ruleFor } from '../../offices/calendar/rule-pack.ts'
import type { Instant } from '../../shared/instant.ts'
import { type CountedDate, countClock, type Terms } from './count-clock.ts'

export interface CountingRules {
  /** The packs are sorted oldest first; a case keeps the one that applied when it was received. */
  readonly rulePacks: RulePacks
  readonly calendar: OfficeCalendar
}

/** A clock of a case is plain JSON, kept with the case, and holds all that is needed to explain its date. */
export interface RunningClock extends Terms, CountedDate {
  readonly rulePack: string
  readonly stoppedAt: Instant | null
  /** The moment stays set on a clock that was stopped during a pause. */
  readonly pausedAt: Instant | null
  readonly pauseReason: string | null
  /** The latest end of a pause by staff; it is left out where the pause has another end. */
  readonly pauseEndsAt?: Instant | undefined
  /** Staff promised this later date after the first one had passed. */
  readonly promisedAt?: Instant | undefined
  /** The reporter was already notified that this date passed. */
  readonly toldPassed?: Instant | undefined
  readonly reminders?: number | undefined
  /** A rule of the unit shortened it. */
  readonly isShortened?: true | undefined
}

/**
 * Starts a clock. A start outside office hours counts from the next opening. The day of that opening is day 0, and the
 * date is the closing time of the n-th working day after it. Calendar days last until midnight.
 * @param category its own rule, if there is one, replaces the rule of the pack
 */
export function startClock(
  clock: ClockName,
  pack: RulePack,
  calendar: OfficeCalendar,
  at: Instant,
  category?: string,
): RunningClock {
  const { amount, unit } = ruleFor(pack, clock, category)
  const terms: Terms = { clock, amount, unit, startedAt: at, pauses: [] }
  return {
    rulePack: pack.id,
    ...terms,
    ...countClock(terms, calendar),
    stoppedAt: null,
    pausedAt: null,
    pauseReason: null,
  }
}

const isRunning = ({ stoppedAt, pausedAt }: RunningClock): boolean => stoppedAt === null && pausedAt === null

/** Pauses a running clock until `resumeClock`; a clock that does not run is returned unchanged. */
export const pauseClock = (clock: RunningClock, reason: string, at: Instant, endsAt?: Instant): RunningClock =>
  isRunning(clock) ? { ...clock, pausedAt: at, pauseReason: reason, ...(endsAt && { pauseEndsAt: endsAt }) } : clock

/** Resumes with the days that were left at the pause; a clock that is not paused is returned unchanged. */
export function resumeClock(clock: RunningClock, calendar: OfficeCalendar, at: Instant): RunningClock {
  const { pausedAt, pauseReason, stoppedAt, pauseEndsAt: _, ...rest } = clock
  if (pausedAt === null || stoppedAt !== null) return clock
  const pause = { from: pausedAt, to: at < pausedAt ? pausedAt : at, reason: pauseReason ?? '' }
  const resumed = { ...rest, stoppedAt, pausedAt: null, pauseReason: null, pauses: [...clock.pauses, pause] }
  return { ...resumed, ...countClock(resumed, calendar) }
}

export function extendClock(
  clock: RunningClock,
  amount: number,
  reason: string,
  calendar: OfficeCalendar,
  at: Instant,
): RunningClock {
  if (!isRunning(clock)) return clock
  const extended = { ...clock, extensions: [...(clock.extensions ?? []), { at, amount, reason }] }
  return { ...extended, ...countClock(extended, calendar) }
}

/**
 * Recounts a date after the calendar changed. Only the date of a running clock moves. A date that has passed stays, and
 * no date is moved into the past, so a calendar change makes nobody late.
 */
export function recountClock(clock: RunningClock, calendar: OfficeCalendar, now: Instant): RunningClock {
  if (!isRunning(clock) || clock.unit === 'hours' || clock.dueAt < now) return clock
  const counted = countClock(clock, calendar)
  if (counted.dueAt < now) return clock
  return sameCount(clock, counted) ? clock : { ...clock, ...counted }
}

const sameCount = (one: CountedDate, other: CountedDate): boolean =>
  one.dueAt === other.dueAt &&
  one.countedFrom === other.countedFrom &&
  one.reachesUndecreedYear === other.reachesUndecreedYear &&
  one.skipped.length === other.skipped.length &&
  one.skipped.every(({ day, name }, at) => day === other.skipped[at]?.day && name === other.skipped[at]?.name)

/**
 * Gives a running clock fewer working days, if its date then is earlier and has not passed. A date that was promised to
 * the reporter is never made later.
 */
export function shortenClock(
  clock: RunningClock,
  amount: number,
  calendar: OfficeCalendar,
  now: Instant,
): RunningClock {
  if (!isRunning(clock)) return clock
  const shortened: RunningClock = { ...clock, amount, unit: 'working_days', isShortened: true }
  const counted = countClock(shortened, calendar)
  return counted.dueAt < clock.dueAt && counted.dueAt > now ? { ...shortened, ...counted } : clock
}

/** Stops a clock; a clock that already stopped keeps its first stop time. */
export const stopClock = (clock: RunningClock, at: Instant): RunningClock =>
  clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock

/** Tells whether the date passed while the clock ran. A pause that began before the date keeps the clock in time. */
export const isOverdue = ({ dueAt, stoppedAt, pausedAt }: RunningClock, now: Instant): boolean =>
  (pausedAt ?? stoppedAt ?? now) > dueAt
