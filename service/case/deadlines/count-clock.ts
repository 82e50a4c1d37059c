import { type DayNumber, dayOf } from '../../offices/calendar/day-number.ts'
import { unfilledYears } from '../../offices/calendar/holidays.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import type { ClockName, ClockUnit } from '../../offices/calendar/rule-pack.ts'
import {
  afterWorkingDays,
  endOfDay,
  lastDayBegun,
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

/** The reporter's own windows last until midnight, because people read a day and not the office's hours. */
const reporterClocks: readonly ClockName[] = ['completion', 'objection_window', 'reopening']

/** These terms and the calendar together determine the date. */
export interface Terms {
  readonly clock: ClockName
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

export interface DaysPaused {
  /** This working day was the last to begin before the pause; it was counted. */
  readonly after: DayNumber
  /** On this day the count goes on: it is day 0 again. */
  readonly until: DayNumber
}

/** Returns which days a pause took from the count of working days, or `null` for a pause while the office was closed. */
export function daysPaused({ from, to }: Pick<Pause, 'from' | 'to'>, calendar: OfficeCalendar): DaysPaused | null {
  const resumes = nextOpening(to, calendar)
  if (nextOpening(from, calendar) === resumes) return null
  return { after: lastDayBegun(from, calendar), until: localDayOf(resumes, calendar) }
}

/**
 * After a pause, the days that had not begun are counted from its end, whose day (or next opening) is day 0 again. At
 * least the next working day is left, so that nobody is late minutes after the pause.
 */
function countWorkingDays(terms: Terms, calendar: OfficeCalendar): CountedDate {
  const isReporters = reporterClocks.includes(terms.clock)
  const count = (from: DayNumber, amount: number) => {
    const { last, dueAt, skipped } = afterWorkingDays(from, amount, calendar)
    return { last, skipped, dueAt: isReporters ? endOfDay(last, calendar) : dueAt }
  }
  const first = localDayOf(nextOpening(terms.startedAt, calendar), calendar)
  let dayNought = first
  let counted = count(first, terms.amount)
  for (const event of eventsOf(terms)) {
    if ('at' in event) {
      const more = count(counted.last, event.amount)
      counted = { ...more, skipped: [...counted.skipped, ...more.skipped] }
      continue
    }
    const paused = daysPaused(event, calendar)
    if (!paused || isPast(counted.dueAt, event.from)) continue
    const begun = Math.max(paused.after, dayNought)
    const { workingDays } = workingDaysBetween(begun, counted.last, calendar)
    dayNought = paused.until
    const rest = count(dayNought, Math.max(workingDays, 1))
    const begunDate = dayOf(begun)
    counted = { ...rest, skipped: [...counted.skipped.filter(({ day }) => day < begunDate), ...rest.skipped] }
  }
  const { last, dueAt, skipped } = counted
  const reachesUndecreedYear = unfilledYears(first, last, calendar).length > 0
  return { countedFrom: dayOf(first), dueAt, skipped, reachesUndecreedYear }
}

/**
 * Counts until the end of the n-th day; a pause moves the date by the number of midnights that passed meanwhile, and
 * leaves at least the next day.
 */
function countCalendarDays(terms: Terms, calendar: OfficeCalendar): CountedDate {
  const first = localDayOf(terms.startedAt, calendar)
  let last = first + terms.amount
  for (const event of eventsOf(terms)) {
    if ('at' in event) last += event.amount
    else if (!isPast(endOfDay(last, calendar), event.from)) {
      const resumed = localDayOf(event.to, calendar)
      const midnights = resumed - localDayOf(event.from, calendar)
      if (event.to > event.from) last = Math.max(last + midnights, resumed + 1)
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
