import { type DayNumber, dayNumberOf, dayOf, weekdayOf } from '../../offices/calendar/office-calendar.ts'
import { type Day, parseDay } from '../../shared/instant.ts'

/** A month in the tenant's time zone: `2026-11`. */
export type Month = string

/** Whole months, the last one included. A report may also be asked on days: `2026-11-03` to `2026-11-20`. */
export interface Period {
  readonly from: Month | Day
  readonly to: Month | Day
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

const isOfDays = ({ from, to }: Period): boolean => from.length === DAY_LENGTH && to.length === DAY_LENGTH
const DAY_LENGTH = 10

export const stretchOf = (period: Period): Stretch =>
  isOfDays(period)
    ? { from: parseDay(period.from), to: parseDay(period.to) }
    : { from: daysOfMonth(period.from).from, to: daysOfMonth(period.to).to }

export const daysIn = ({ from, to }: Stretch): number => dayNumberOf(to) - dayNumberOf(from) + 1

/** Returns the period of as many months, or days, before this one. */
export const periodBefore = (period: Period): Period => {
  const { from, to } = period
  if (isOfDays(period)) {
    const stretch = stretchOf(period)
    const first = dayNumberOf(stretch.from)
    return { from: dayOf(first - daysIn(stretch)), to: dayOf(first - 1) }
  }
  const length = monthsOf({ from, to }).length
  return { from: monthsBefore(from, length), to: monthsBefore(to, length) }
}

const sundayAfter = (day: DayNumber): DayNumber => day + ((7 - weekdayOf(day)) % 7)

/** Cuts days into parts of which `endOf` names the last day; the last part is cut at the end, or today. */
function cut({ from, to }: Stretch, today: Day, endOf: (day: DayNumber) => DayNumber): Stretch[] {
  const last = Math.min(dayNumberOf(to), dayNumberOf(today))
  const parts: Stretch[] = []
  for (let day = dayNumberOf(from); day <= last; ) {
    const end = endOf(day)
    parts.push({ from: dayOf(day), to: dayOf(Math.min(end, last)) })
    day = end + 1
  }
  return parts
}

/** Weeks run from Monday to Sunday; the first and the last one are cut at the ends of the period, or today. */
export const weeksOf = (period: Period, today: Day): Stretch[] => cut(stretchOf(period), today, sundayAfter)

const MOST_SINGLE_DAYS = 31
const MOST_WEEKS_IN_DAYS = 124

/** Days of a month, weeks of up to four months, or months: so few that they stand side by side. */
export function partsOf(
  stretch: Stretch,
  today: Day,
): { readonly by: 'day' | 'week' | 'month'; readonly parts: Stretch[] } {
  const days = daysIn(stretch)
  if (days <= MOST_SINGLE_DAYS) return { by: 'day', parts: cut(stretch, today, (day) => day) }
  if (days <= MOST_WEEKS_IN_DAYS) return { by: 'week', parts: cut(stretch, today, sundayAfter) }
  return { by: 'month', parts: cut(stretch, today, (day) => lastDay(dayOf(day).slice(0, 7))) }
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
