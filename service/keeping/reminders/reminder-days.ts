import { type DayNumber, dayNumberOf, dayOf, weekdayOf } from '../../offices/calendar/day-number.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf, whyClosed } from '../../offices/calendar/working-days.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { refuseField } from '../../shared/refusal.ts'

export const reminderDays = ['tomorrow', 'next_monday', 'week_before_due'] as const
export type ReminderDay = (typeof reminderDays)[number]

export interface ProposedDay {
  readonly name: ReminderDay
  readonly day: Day
}

/** Nobody plans further ahead, in days. */
const FURTHEST = 366

/** We assume that no office is closed for longer, in days. */
const LONGEST_CLOSURE = 60
const WEEK = 7
const MONDAY = 1

/** The day itself, or the nearest day on which the office works, after it or (`-1`) before it. */
function onWorkingDay(day: DayNumber, step: 1 | -1, calendar: OfficeCalendar): DayNumber {
  for (let tried = 0; tried < LONGEST_CLOSURE; tried++) {
    const found = day + tried * step
    if (!whyClosed(found, calendar)) return found
  }
  return day
}

/**
 * Days on which the office works, of which an officer may choose one: the next, Monday of the next week or the first
 * one after it, and a week before the case's date or the last one before it. A day that has two names is proposed once,
 * and none that is not ahead.
 * @param dueAt the case's nearest date; `null` if no clock runs
 */
export function proposeDays(now: Instant, dueAt: Instant | null, calendar: OfficeCalendar): readonly ProposedDay[] {
  const today = localDayOf(now, calendar)
  const nextMonday = today + WEEK - ((weekdayOf(today) + WEEK - MONDAY) % WEEK)
  const days: Readonly<Record<ReminderDay, DayNumber>> = {
    tomorrow: onWorkingDay(today + 1, 1, calendar),
    next_monday: onWorkingDay(nextMonday, 1, calendar),
    week_before_due: dueAt === null ? today : onWorkingDay(localDayOf(dueAt, calendar) - WEEK, -1, calendar),
  }
  const proposed = new Map<DayNumber, ReminderDay>()
  for (const name of reminderDays) {
    if (days[name] > today && !proposed.has(days[name])) proposed.set(days[name], name)
  }
  return [...proposed].map(([day, name]) => ({ name, day: dayOf(day) }))
}

/** @throws Refusal `reminder/day-out-of-reach` for a day that is over, or more than a year ahead */
export function refuseOutOfReach(day: Day, now: Instant, calendar: OfficeCalendar): void {
  const today = localDayOf(now, calendar)
  const wanted = dayNumberOf(day)
  if (wanted >= today && wanted <= today + FURTHEST) return
  throw refuseField('reminder/day-out-of-reach', 'day', 'out-of-year')
}
