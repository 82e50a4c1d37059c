import type { Day } from '../../shared/instant.ts'
import type { RunningClock } from '../clocks.ts'
import { dayNumberOf, weekdayOf } from '../day-number.ts'
import { unfilledYears } from '../holidays.ts'
import type { OfficeCalendar } from '../office-calendar.ts'
import { localDateOf, localDayOf, type SkippedDay } from '../working-days.ts'

/** Days of one month that are left out for the same reason. */
export interface NamedDays {
  readonly name: string
  readonly days: readonly Day[]
}

/** What every language says of a clock, before it is put into words. */
export interface Counting {
  /** It began outside office hours, and on another day than it is counted from. */
  readonly beganWhileClosed: boolean
  /** Weekdays on which the office never works, from 0, Sunday, each once, in the order met. */
  readonly closedWeekdays: readonly number[]
  readonly named: readonly NamedDays[]
  /** Empty once the clock has stopped: nothing moves any more. */
  readonly undecreed: readonly number[]
}

export function countingOf(clock: RunningClock, calendar: OfficeCalendar): Counting {
  const { unit, startedAt, countedFrom, skipped, dueAt, stoppedAt, reachesUndecreedYear } = clock
  const weekly = skipped.filter(({ name }) => name === null)
  return {
    beganWhileClosed: unit === 'working_days' && localDateOf(startedAt, calendar) !== countedFrom,
    closedWeekdays: [...new Set(weekly.map(({ day }) => weekdayOf(dayNumberOf(day))))],
    named: namedDays(skipped),
    undecreed:
      reachesUndecreedYear && stoppedAt === null
        ? unfilledYears(dayNumberOf(countedFrom), localDayOf(dueAt, calendar), calendar)
        : [],
  }
}

export function namedDays(skipped: readonly SkippedDay[]): NamedDays[] {
  const groups: { name: string; days: Day[] }[] = []
  for (const { day, name } of skipped) {
    if (name === null) continue
    const last = groups.at(-1)
    if (last?.name === name && last.days[0]?.slice(0, 7) === day.slice(0, 7)) last.days.push(day)
    else groups.push({ name, days: [day] })
  }
  return groups
}

/** `20, 23, 24` */
export const datesOf = ({ days }: NamedDays): string => days.map((day) => Number(day.slice(8))).join(', ')

/** From 0, January. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1

/** A person's own words, ready to stand inside a sentence. */
export const withoutStop = (words: string): string => words.trim().replace(/\.$/, '')
