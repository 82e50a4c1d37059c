import { DAY, type Day } from '../../shared/instant.ts'

const MOST_WRITTEN = 50_000

/** The number counts days since 1 January 1970; arithmetic on it costs a tenth of arithmetic on dates. */
export type DayNumber = number

export const dayNumberOf = (day: Day): DayNumber => Date.parse(day) / DAY

const written = new Map<DayNumber, Day>()

/** Caches the text of each day, because a hundred thousand cases name the same few hundred days. */
export function dayOf(number: DayNumber): Day {
  const known = written.get(number)
  if (known) return known
  const day = new Date(number * DAY).toISOString().slice(0, 10) as Day
  if (written.size < MOST_WRITTEN) written.set(number, day)
  return day
}

export const yearOf = (number: DayNumber): number => new Date(number * DAY).getUTCFullYear()

// 1 January 1970 was a Thursday.
const FIRST_WEEKDAY = 4

export const weekdayOf = (number: DayNumber): number => (((number + FIRST_WEEKDAY) % 7) + 7) % 7
