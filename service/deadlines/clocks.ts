import type { Instant } from '../shared/instant.ts'
import { type Counted, countClock, type Terms } from './count-clock.ts'
import type { OfficeCalendar } from './office-calendar.ts'
import type { ClockName, RulePack } from './rule-pack.ts'

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
}

/**
 * Starts a clock. What begins outside office hours is counted from the next opening; the day of that opening is day
 * nought, and the date is the closing time of the n-th working day after it. Calendar days last until midnight.
 */
export function startClock(clock: ClockName, pack: RulePack, calendar: OfficeCalendar, at: Instant): RunningClock {
  const { amount, unit } = pack.clocks[clock]
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

/** The clock has done its work. One that has stopped keeps its first moment. */
export const stopClock = (clock: RunningClock, at: Instant): RunningClock =>
  clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock

/** Late: its date passed while it ran. A pause that came before the date keeps it in time. */
export const isOverdue = ({ dueAt, stoppedAt, pausedAt }: RunningClock, now: Instant): boolean =>
  (pausedAt ?? stoppedAt ?? now) > dueAt
