import type { Instant } from '../../shared/instant.ts'
import { type DayNumber, weekdayOf } from '../calendar/day-number.ts'
import type { OfficeCalendar } from '../calendar/office-calendar.ts'
import { localDayOf, momentAt } from '../calendar/working-days.ts'

const daysSinceMonday = (day: DayNumber): number => (weekdayOf(day) + 6) % 7

/** Returns the beginning of Monday of the current week where the unit is. */
export function startOfWeek(now: Instant, calendar: OfficeCalendar): Instant {
  const today = localDayOf(now, calendar)
  return momentAt(today - daysSinceMonday(today), '00:00', calendar)
}
