import { type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { DayNumber } from './day-number.ts'
import type { OfficeCalendar } from './office-calendar.ts'
import { afterWorkingDays, endOfDay, localDayOf, nextOpening } from './working-days.ts'

/** No office is closed for longer. */
const LONGEST_CLOSURE = 60

/**
 * Until when a date is near: to the end of the n-th working day after the last one that has begun. From Friday's opening
 * on, with one working day, a date on Monday is near, and so is one on the Sunday between.
 */
export function nearUntil(now: Instant, workingDays: number, calendar: OfficeCalendar): Instant {
  const today = localDayOf(now, calendar)
  for (let day = today; day > today - LONGEST_CLOSURE; day--) {
    if (hasBegun(day, now, calendar)) return endOfDay(afterWorkingDays(day, workingDays, calendar).last, calendar)
  }
  return now
}

function hasBegun(day: DayNumber, now: Instant, calendar: OfficeCalendar): boolean {
  const opening = nextOpening(plusMilliseconds(endOfDay(day - 1, calendar), 1), calendar)
  return localDayOf(opening, calendar) === day && opening <= now
}

/**
 * Until when a date has passed long ago: so many working days of the office have ended since. With three, a date on
 * Thursday has so from the closing of the Tuesday after.
 */
export function longPastUntil(now: Instant, workingDays: number, calendar: OfficeCalendar): Instant {
  const today = localDayOf(now, calendar)
  let day = today - workingDays
  while (day > today - LONGEST_CLOSURE - 2 * workingDays && afterWorkingDays(day, workingDays, calendar).dueAt > now)
    day--
  return endOfDay(day, calendar)
}
