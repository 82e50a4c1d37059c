import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { afterWorkingDays, endOfDay, lastDayBegun, localDayOf } from '../../offices/calendar/working-days.ts'
import type { Instant } from '../../shared/instant.ts'

/** We assume that no office is closed for longer, in days. */
const LONGEST_CLOSURE = 60

/**
 * Returns the end of the n-th working day after the last one that has begun; dates before it are near. On Friday after
 * opening, with one working day, a date on Monday is near, and so is one on the Sunday between.
 */
export const nearUntil = (now: Instant, workingDays: number, calendar: OfficeCalendar): Instant =>
  endOfDay(afterWorkingDays(lastDayBegun(now, calendar), workingDays, calendar).last, calendar)

/**
 * Returns the moment before which a date is long overdue, because so many working days have ended since. With three, a
 * date on Thursday is long overdue from the closing of the following Tuesday.
 */
export function longOverdueUntil(now: Instant, workingDays: number, calendar: OfficeCalendar): Instant {
  const today = localDayOf(now, calendar)
  let day = today - workingDays
  while (day > today - LONGEST_CLOSURE - 2 * workingDays && afterWorkingDays(day, workingDays, calendar).dueAt > now)
    day--
  return endOfDay(day, calendar)
}
