import { dayOf } from '../../offices/calendar/day-number.ts'
import { unfilledYears } from '../../offices/calendar/holidays.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import type { ClockUnit } from '../../offices/calendar/rule-pack.ts'
import {
  afterWorkingDays,
  endOfDay,
  localDayOf,
  nextOpening,
  type SkippedDay,
  workingDaysBetween,
} from '../../offices/calendar/working-days.ts'
import { type Day, HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'

interface Pause {
  readonly from: Instant
  readonly to: Instant
  readonly reason: string
}

/** Time is added only before the date has passed, and the reporter sees the reason. */
interface Extension {
  readonly at: Instant
  readonly amount: number
  readonly reason: string
}

/** These terms and the calendar together determine the date. */
export interface Terms {
  readonly amount: number
  readonly unit: ClockUnit
  readonly startedAt: Instant
  /** These are the finished pauses, oldest first. */
  readonly pauses: readonly Pause[]
  readonly extensions?: readonly Extension[] | undefined
}

export interface CountedDate {
  /** This is day 0: the day of the start, or of the next opening where working days are counted. */
  readonly countedFrom: Day
  readonly dueAt: Instant
  readonly skipped: readonly SkippedDay[]
  /** The count reaches a year whose holidays are not entered yet, so the date may still move. */
  readonly reachesUndecreedYear: boolean
}

/**
 * Counts a date from the beginning, pauses included. A resumed clock and a clock whose calendar changed use the same
 * count, so equal terms and calendars give equal dates.
 */
export function countClock(terms: Terms, calendar: OfficeCalendar): CountedDate {
  switch (terms.unit) {
    case 'working_days':
      return countWorkingDays(terms, calendar)
    case 'calendar_days':
      return countCalendarDays(terms, calendar)
    case 'hours':
      return countHours(terms, calendar)
  }
}

/** Sorts pauses and extensions by time; a pause comes before an extension of the same moment. */
function eventsOf({ pauses, extensions = [] }: Terms): (Pause | Extension)[] {
  if (extensions.length === 0) return [...pauses]
  const when = (event: Pause | Extension) => ('at' in event ? event.at : event.from)
  return [...pauses, ...extensions].sort((one, other) =>
    when(one) < when(other) ? -1 : when(one) > when(other) ? 1 : 0,
  )
}

/** After a pause, the remaining days are counted from its end, whose day (or next opening) is day 0 again. */
function countWorkingDays(terms: Terms, calendar: OfficeCalendar): CountedDate {
  const openDayOf = (at: Instant) => localDayOf(nextOpening(at, calendar), calendar)
  const first = openDayOf(terms.startedAt)
  let { last, dueAt, skipped } = afterWorkingDays(first, terms.amount, calendar)
  for (const event of eventsOf(terms)) {
    if ('at' in event) {
      const more = afterWorkingDays(last, event.amount, calendar)
      skipped = [...skipped, ...more.skipped]
      last = more.last
      dueAt = more.dueAt
      continue
    }
    if (isPast(dueAt, event.from)) continue
    const pausedOn = openDayOf(event.from)
    const { workingDays } = workingDaysBetween(pausedOn, last, calendar)
    const rest = afterWorkingDays(openDayOf(event.to), workingDays, calendar)
    const pausedDate = dayOf(pausedOn)
    skipped = [...skipped.filter(({ day }) => day < pausedDate), ...rest.skipped]
    last = rest.last
    dueAt = rest.dueAt
  }
  const reachesUndecreedYear = unfilledYears(first, last, calendar).length > 0
  return { countedFrom: dayOf(first), dueAt, skipped, reachesUndecreedYear }
}

/** Counts until the end of the n-th day; a pause moves the date by the number of midnights that passed meanwhile. */
function countCalendarDays(terms: Terms, calendar: OfficeCalendar): CountedDate {
  const first = localDayOf(terms.startedAt, calendar)
  let last = first + terms.amount
  for (const event of eventsOf(terms)) {
    if ('at' in event) last += event.amount
    else if (!isPast(endOfDay(last, calendar), event.from)) {
      last += localDayOf(event.to, calendar) - localDayOf(event.from, calendar)
    }
  }
  return { countedFrom: dayOf(first), dueAt: endOfDay(last, calendar), skipped: [], reachesUndecreedYear: false }
}

/** Hours are counted day and night, on holidays too. */
function countHours(terms: Terms, calendar: OfficeCalendar): CountedDate {
  let dueAt = plusMilliseconds(terms.startedAt, terms.amount * HOUR)
  for (const event of eventsOf(terms)) {
    if ('at' in event) dueAt = plusMilliseconds(dueAt, event.amount * HOUR)
    else if (!isPast(dueAt, event.from)) {
      dueAt = plusMilliseconds(dueAt, Date.parse(event.to) - Date.parse(event.from))
    }
  }
  return { countedFrom: dayOf(localDayOf(terms.startedAt, calendar)), dueAt, skipped: [], reachesUndecreedYear: false }
}

/** A pause that begins at the date or later gives no time back, so a late clock stays late. */
const isPast = (dueAt: Instant, at: Instant): boolean => at >= dueAt
