import {
  type DayNumber,
  dayNumberOf,
  dayOf,
  type HolidayKind,
  holidayOn,
  type OfficeCalendar,
} from '../../offices/calendar/office-calendar.ts'
import type { ClockUnit } from '../../offices/calendar/rule-pack.ts'
import {
  afterWorkingDays,
  endOfDay,
  lastDayBegun,
  localDayOf,
  nameOfOpenDay,
  type SkippedDay,
  whyClosed,
} from '../../offices/calendar/working-days.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { type DaysPaused, daysPaused, type RunningClock } from './clocks.ts'

export const dayKinds = [
  'closed',
  'begin',
  'counted',
  'added',
  'granted',
  'weekly',
  'national',
  'collective_leave',
  'local',
  'paused',
] as const
/**
 * What a day was to a count: on `closed` the start came after closing time; `begin` is day 0; `added` was counted
 * because the time was extended; `granted` is the day that a pause leaves at least; `weekly` is a weekday on which the office never works; `local` is a day on which this
 * office alone is closed.
 */
export type DayKind = (typeof dayKinds)[number]

export interface DayOfClock {
  readonly day: Day
  readonly kind: DayKind
  readonly count: number | null
  /** This names the holiday or the office's own day, also one with hours of its own, or gives the reason of a pause. */
  readonly name: string | null
}

/**
 * Lists the days from the start to the date as they were counted; a stopped clock is listed up to the stop, and a paused
 * one up to the day of the pause and then on to `now`. A clock that counts hours has no days.
 */
export function daysOfClock(clock: RunningClock, calendar: OfficeCalendar, now: Instant): DayOfClock[] {
  if (clock.unit === 'hours') return []
  const isWorking = clock.unit === 'working_days'
  const begin = dayNumberOf(clock.countedFrom)
  const last = lastDayListed(clock, calendar, now)
  const skipped = new Map(clock.skipped.map((one) => [one.day, one]))
  const pauses = pausesOf(clock, calendar, last)
  const added = clock.amount + (clock.extensions ?? []).reduce((sum, { amount }) => sum + amount, 0)
  const nameOf = (day: DayNumber) => (isWorking ? nameOfOpenDay(day, calendar) : null)

  const days: DayOfClock[] = daysBefore(clock, begin, calendar)
  days.push({ day: clock.countedFrom, kind: 'begin', count: null, name: nameOf(begin) })
  let count = 0
  for (let day = begin + 1; day <= last; day++) {
    const pause = pauses.find(({ after, until }) => after < day && day <= until)
    const left = skipped.get(dayOf(day))
    if (pause) days.push({ day: dayOf(day), kind: 'paused', count: null, name: pause.reason })
    else if (left) days.push(describeClosed(left, calendar))
    else {
      count++
      const kind = count <= clock.amount ? 'counted' : count <= added ? 'added' : 'granted'
      days.push({ day: dayOf(day), kind, count, name: nameOf(day) })
    }
  }
  return days
}

function lastDayListed({ pausedAt, stoppedAt, dueAt }: RunningClock, calendar: OfficeCalendar, now: Instant) {
  if (pausedAt !== null) return localDayOf(stoppedAt ?? now, calendar)
  const due = localDayOf(dueAt, calendar)
  return stoppedAt === null ? due : Math.min(due, localDayOf(stoppedAt, calendar))
}

/** Returns the days that a pause took from a count of days, or `null` if it took none. */
export function daysLostTo(
  pause: { readonly from: Instant; readonly to: Instant },
  unit: ClockUnit,
  calendar: OfficeCalendar,
): DaysPaused | null {
  const days =
    unit === 'working_days'
      ? daysPaused(pause, calendar)
      : { after: localDayOf(pause.from, calendar), until: localDayOf(pause.to, calendar) }
  return days && days.until > days.after ? days : null
}

function pausesOf({ unit, pauses, pausedAt, pauseReason }: RunningClock, calendar: OfficeCalendar, today: DayNumber) {
  const listed = pauses.flatMap(({ reason, ...pause }) => {
    const days = daysLostTo(pause, unit, calendar)
    return days ? [{ ...days, reason }] : []
  })
  if (pausedAt === null) return listed
  const after = unit === 'working_days' ? lastDayBegun(pausedAt, calendar) : localDayOf(pausedAt, calendar)
  return [...listed, { after, until: Math.max(after, today), reason: pauseReason ?? '' }]
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

export interface DayGroup {
  readonly from: Day
  readonly to: Day
  readonly kind: DayKind
  /** These are the first and the last ordinal of the counted days in this group. */
  readonly counts: readonly [first: number, last: number] | null
  readonly name: string | null
}

export function inGroups(days: readonly DayOfClock[]): DayGroup[] {
  const groups: DayGroup[] = []
  for (const { day, kind, count, name } of days) {
    const last = groups.at(-1)
    const goesOn =
      last?.kind === kind && last.name === name && dayNumberOf(last.to) + 1 === dayNumberOf(day) && kind !== 'begin'
    const counts: DayGroup['counts'] =
      count === null ? null : [last && goesOn && last.counts ? last.counts[0] : count, count]
    if (last && goesOn) groups[groups.length - 1] = { ...last, to: day, counts }
    else groups.push({ from: day, to: day, kind, counts, name })
  }
  return groups
}
