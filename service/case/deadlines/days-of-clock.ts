import { type DayNumber, dayNumberOf, dayOf } from '../../offices/calendar/day-number.ts'
import { holidayOn } from '../../offices/calendar/holidays.ts'
import type { HolidayKind, OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf, nextOpening, type SkippedDay, whyClosed } from '../../offices/calendar/working-days.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { RunningClock } from './clocks.ts'

export const dayKinds = [
  'closed',
  'begin',
  'counted',
  'added',
  'weekly',
  'national',
  'collective_leave',
  'local',
  'paused',
] as const
/**
 * What a day was to a count: on `closed` the start came after closing time; `begin` is day 0; `added` was counted
 * because the time was extended; `weekly` is a weekday on which the office never works; `local` is a day on which this
 * office alone is closed.
 */
export type DayKind = (typeof dayKinds)[number]

export interface DayOfClock {
  readonly day: Day
  readonly kind: DayKind
  readonly count: number | null
  /** This names the holiday or the office's own day, or gives the reason of a pause. */
  readonly name: string | null
}

/**
 * Lists the days from the start to the date as they were counted. A paused clock is listed up to the day of the pause
 * and then on to `now`. A clock that counts hours has no days.
 */
export function daysOfClock(clock: RunningClock, calendar: OfficeCalendar, now: Instant): DayOfClock[] {
  if (clock.unit === 'hours') return []
  const isWorking = clock.unit === 'working_days'
  const openDayOf = (at: Instant) => localDayOf(isWorking ? nextOpening(at, calendar) : at, calendar)
  const begin = dayNumberOf(clock.countedFrom)
  const standsFrom = clock.pausedAt === null ? null : openDayOf(clock.pausedAt)
  const last = standsFrom === null ? localDayOf(clock.dueAt, calendar) : Math.max(standsFrom, localDayOf(now, calendar))
  const skipped = new Map(clock.skipped.map((one) => [one.day, one]))
  const pauses = clock.pauses.map(({ from, to, reason }) => ({ from: openDayOf(from), to: openDayOf(to), reason }))
  if (standsFrom !== null) pauses.push({ from: standsFrom, to: last, reason: clock.pauseReason ?? '' })

  const days: DayOfClock[] = daysBefore(clock, begin, calendar)
  days.push({ day: clock.countedFrom, kind: 'begin', count: null, name: null })
  let count = 0
  for (let day = begin + 1; day <= last; day++) {
    const pause = pauses.find(({ from, to }) => from < day && day <= to)
    const left = skipped.get(dayOf(day))
    if (pause) days.push({ day: dayOf(day), kind: 'paused', count: null, name: pause.reason })
    else if (left) days.push(describeClosed(left, calendar))
    else {
      count++
      days.push({ day: dayOf(day), kind: count > clock.amount ? 'added' : 'counted', count, name: null })
    }
  }
  return days
}

function daysBefore({ startedAt, unit }: RunningClock, begin: DayNumber, calendar: OfficeCalendar): DayOfClock[] {
  const days: DayOfClock[] = []
  if (unit !== 'working_days') return days
  for (let day = localDayOf(startedAt, calendar); day < begin; day++) {
    const closed = whyClosed(day, calendar)
    // The office was open on that day, but already closed at that hour.
    days.push(closed ? describeClosed(closed, calendar) : { day: dayOf(day), kind: 'closed', count: null, name: null })
  }
  return days
}

function describeClosed({ day, name }: SkippedDay, calendar: OfficeCalendar): DayOfClock {
  if (name === null) return { day, kind: 'weekly', count: null, name: null }
  const holiday = holidayOn(dayNumberOf(day), calendar)
  const kind: HolidayKind | 'local' = holiday?.name === name ? holiday.kind : 'local'
  return { day, kind, count: null, name }
}
