import type { RunningClock } from '../deadlines/clocks.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { isOfficeClock } from './case-clocks.ts'
import type { Complaint } from './shape/complaint.ts'

type Outline = Pick<Complaint, 'status' | 'clocks'>

/** The date that counts for the reporter: what a person promised once the first had passed. */
export const dateOf = ({ dueAt, promisedAt }: RunningClock): Instant => promisedAt ?? dueAt

const runs = ({ stoppedAt, pausedAt }: RunningClock): boolean => stoppedAt === null && pausedAt === null

/** The office has a date to keep here, of which the reporter was not told yet that it passed. */
const isUntold = (clock: RunningClock): boolean =>
  isOfficeClock(clock) && runs(clock) && clock.toldPassed !== dateOf(clock)

/** Clocks whose date has passed without the reporter having been told. */
export const untoldClocks = (clocks: readonly RunningClock[], now: Instant): readonly RunningClock[] =>
  clocks.filter((clock) => isUntold(clock) && dateOf(clock) < now)

/** Clocks of the office that are late, told to the reporter, and not done yet. */
export const lateClocks = (clocks: readonly RunningClock[]): readonly RunningClock[] =>
  clocks.filter((clock) => isOfficeClock(clock) && clock.stoppedAt === null && clock.toldPassed !== undefined)

const REMINDED_BEFORE = [7, 2]

/** From the last moment of a day back to eight in its morning. */
const TO_THE_MORNING = 16 * HOUR - 1

/** When the reporter is reminded to complete: in the morning, seven and two days before; not where that was before it was asked. */
export function reminderMoments({ dueAt, startedAt }: RunningClock): readonly Instant[] {
  return REMINDED_BEFORE.map((days) => plusMilliseconds(dueAt, -days * DAY - TO_THE_MORNING)).filter(
    (moment) => moment > startedAt,
  )
}

/** The completion that is waited for. */
export const completionClock = ({ status, clocks }: Outline): RunningClock | undefined =>
  status === 'incomplete'
    ? clocks.findLast(({ clock, stoppedAt }) => clock === 'completion' && stoppedAt === null)
    : undefined

/** When the machine has something to tell the reporter: that a date passed, or that completion is waited for. */
export function tellsAt(complaint: Outline): Instant | null {
  const dates = complaint.clocks.filter(isUntold).map(dateOf)
  const completion = completionClock(complaint)
  const reminder = completion && reminderMoments(completion)[completion.reminders ?? 0]
  if (reminder) dates.push(reminder)
  return dates.reduce<Instant | null>((first, date) => (first === null || date < first ? date : first), null)
}
