import { type DayNumber, dayNumberOf, dayOf, weekdayOf } from '../../offices/calendar/day-number.ts'
import { type Day, parseDay } from '../../shared/instant.ts'

/** A month in the tenant's time zone: `2026-11`. */
export type Month = string

/** Whole months, the last one included. */
export interface Period {
  readonly from: Month
  readonly to: Month
}

/** Days, the last one included. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
}

export const monthsBefore = (month: Month, count: number): Month => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - count)).toISOString().slice(0, 7)
}

export function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = monthsBefore(month, -1)) months.push(month)
  return months
}

export const firstDay = (month: Month): DayNumber => dayNumberOf(parseDay(`${month}-01`))
export const lastDay = (month: Month): DayNumber => firstDay(monthsBefore(month, -1)) - 1

export const daysOfMonth = (month: Month): Stretch => ({ from: dayOf(firstDay(month)), to: dayOf(lastDay(month)) })

export const periodBefore = ({ from, to }: Period): Period => {
  const length = monthsOf({ from, to }).length
  return { from: monthsBefore(from, length), to: monthsBefore(to, length) }
}

/** Weeks run from Monday to Sunday; the first and the last one are cut at the ends of the period, or today. */
export function weeksOf({ from, to }: Period, today: Day): Stretch[] {
  const last = Math.min(lastDay(to), dayNumberOf(today))
  const weeks: Stretch[] = []
  for (let day = firstDay(from); day <= last; ) {
    const sunday = day + ((7 - weekdayOf(day)) % 7)
    weeks.push({ from: dayOf(day), to: dayOf(Math.min(sunday, last)) })
    day = sunday + 1
  }
  return weeks
}

/** The longest wait of each group, in days; the last group has no end. */
export const agesInDays = [7, 14, 30, 60, null] as const

/** The youngest comes first; the oldest group has no first day. */
export function ageGroups(today: Day): { readonly from: Day | null; readonly to: Day; readonly days: number | null }[] {
  let younger = -1
  return agesInDays.map((days) => {
    const to = dayOf(dayNumberOf(today) - younger - 1)
    if (days !== null) younger = days
    return { from: days === null ? null : dayOf(dayNumberOf(today) - days), to, days }
  })
}
