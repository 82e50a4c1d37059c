import { DAY, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { isOfficeClock, pausedUntil } from './case-clocks.ts'
import type { RunningClock } from './deadlines/clocks.ts'
import type { Complaint } from './shape/complaint.ts'

type Outline = Pick<Complaint, 'status' | 'clocks'>

/** Returns the date for the reporter: the one that was promised after the first had passed, or else that first one. */
export const dateOf = ({ dueAt, promisedAt }: RunningClock): Instant => promisedAt ?? dueAt

const isRunning = ({ stoppedAt, pausedAt }: RunningClock): boolean => stoppedAt === null && pausedAt === null

const isUnnotified = (clock: RunningClock): boolean =>
  isOfficeClock(clock) && isRunning(clock) && clock.toldPassed !== dateOf(clock)

export const unnotifiedClocks = (clocks: readonly RunningClock[], now: Instant): readonly RunningClock[] =>
  clocks.filter((clock) => isUnnotified(clock) && dateOf(clock) < now)

export const lateClocks = (clocks: readonly RunningClock[]): readonly RunningClock[] =>
  clocks.filter((clock) => isOfficeClock(clock) && clock.stoppedAt === null && clock.toldPassed !== undefined)

const REMINDED_BEFORE = [7, 2]

/** The distance from the last moment of a day back to eight in its morning. */
const TO_THE_MORNING = 16 * HOUR - 1

/**
 * Returns when the reporter is reminded to complete: seven and two days before the date, in the morning, but never
 * before the request.
 */
export function reminderMoments({ dueAt, startedAt }: RunningClock): readonly Instant[] {
  return REMINDED_BEFORE.map((days) => plusMilliseconds(dueAt, -days * DAY - TO_THE_MORNING)).filter(
    (moment) => moment > startedAt,
  )
}

export const completionClock = ({ status, clocks }: Outline): RunningClock | undefined =>
  status === 'incomplete'
    ? clocks.findLast(({ clock, stoppedAt }) => clock === 'completion' && stoppedAt === null)
    : undefined

/** Returns when time alone moves a case: a date passes, completion is missing, or a pause by staff ends. */
export function nextNoticeAt(complaint: Outline): Instant | null {
  const dates = complaint.clocks.filter(isUnnotified).map(dateOf)
  const completion = completionClock(complaint)
  const reminder = completion && reminderMoments(completion)[completion.reminders ?? 0]
  if (reminder) dates.push(reminder)
  const paused = pausedUntil(complaint.clocks)
  if (paused) dates.push(paused)
  return dates.reduce<Instant | null>((first, date) => (first === null || date < first ? date : first), null)
}
