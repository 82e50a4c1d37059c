import { dayNumberOf, weekdayOf } from '../../../offices/calendar/day-number.ts'
import { unfilledYears } from '../../../offices/calendar/holidays.ts'
import type { OfficeCalendar } from '../../../offices/calendar/office-calendar.ts'
import { localDateOf, localDayOf, type SkippedDay } from '../../../offices/calendar/working-days.ts'
import type { Day } from '../../../shared/instant.ts'
import type { RunningClock } from '../clocks.ts'

export interface NamedDays {
  readonly name: string
  readonly days: readonly Day[]
}

export interface ClockFacts {
  /** The clock began outside office hours, on another day than the one it is counted from. */
  readonly beganWhileClosed: boolean
  /**
   * The office never works on these weekdays (0 is Sunday), each listed once, in the order in which the count met them.
   */
  readonly closedWeekdays: readonly number[]
  readonly named: readonly NamedDays[]
  /** The list is empty once the clock has stopped, because its date moves no more. */
  readonly undecreed: readonly number[]
}

export function countingOf(clock: RunningClock, calendar: OfficeCalendar): ClockFacts {
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

/** Returns for example `20, 23, 24`. */
export const datesOf = ({ days }: NamedDays): string => days.map((day) => Number(day.slice(8))).join(', ')

/** January is 0. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7)) - 1

/** Strips the full stop so that somebody's own words fit inside a sentence. */
export const withoutStop = (words: string): string => words.trim().replace(/\.$/, '')
