import { type Day, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { dayOf } from './day-number.ts'
import { unfilledYears } from './holidays.ts'
import type { OfficeCalendar } from './office-calendar.ts'
import type { ClockUnit } from './rule-pack.ts'
import {
  afterWorkingDays,
  endOfDay,
  localDayOf,
  nextOpening,
  type SkippedDay,
  workingDaysBetween,
} from './working-days.ts'

/** A time during which a clock stood still. The reporter sees the reason. */
interface Pause {
  readonly from: Instant
  readonly to: Instant
  readonly reason: string
}

/** Time that was added before the date had passed. The reporter sees the reason. */
interface Extension {
  readonly at: Instant
  /** In the unit of the clock. */
  readonly amount: number
  readonly reason: string
}

/** All that a date follows from, besides the calendar. */
export interface Terms {
  readonly amount: number
  readonly unit: ClockUnit
  readonly startedAt: Instant
  /** Pauses that are over, oldest first. */
  readonly pauses: readonly Pause[]
  /** Oldest first. */
  readonly extensions?: readonly Extension[] | undefined
}

/** A date and how it was counted. */
export interface Counted {
  /** Day nought: of the start itself, or of the next opening where working days are counted. */
  readonly countedFrom: Day
  readonly dueAt: Instant
  /** Days that passed while the clock ran and were not counted. */
  readonly skipped: readonly SkippedDay[]
  /** The count touches a year whose holidays nobody filled in yet, so the date may still move. */
  readonly reachesUndecreedYear: boolean
}

/**
 * Counts a date from the beginning, pauses included. The same terms and calendar give the same date, so a clock that
 * resumes and a clock whose calendar has changed are counted in one way.
 */
export function countClock(terms: Terms, calendar: OfficeCalendar): Counted {
  switch (terms.unit) {
    case 'working_days':
      return countWorkingDays(terms, calendar)
    case 'calendar_days':
      return countCalendarDays(terms, calendar)
    case 'hours':
      return countHours(terms, calendar)
  }
}

/** What happened to a clock since it began, in order; a pause before an extension of the same moment. */
function eventsOf({ pauses, extensions = [] }: Terms): (Pause | Extension)[] {
  if (extensions.length === 0) return [...pauses]
  const when = (event: Pause | Extension) => ('at' in event ? event.at : event.from)
  return [...pauses, ...extensions].sort((one, other) =>
    when(one) < when(other) ? -1 : when(one) > when(other) ? 1 : 0,
  )
}

/** What remained when a pause began goes on from its end, whose day (or next opening) is day nought again. */
function countWorkingDays(terms: Terms, calendar: OfficeCalendar): Counted {
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

/** Until the end of the n-th day; a pause moves it by as many days as the calendar turned meanwhile. */
function countCalendarDays(terms: Terms, calendar: OfficeCalendar): Counted {
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

/** Day and night, holidays too. */
function countHours(terms: Terms, calendar: OfficeCalendar): Counted {
  let dueAt = plusMilliseconds(terms.startedAt, terms.amount * HOUR)
  for (const event of eventsOf(terms)) {
    if ('at' in event) dueAt = plusMilliseconds(dueAt, event.amount * HOUR)
    else if (!isPast(dueAt, event.from)) {
      dueAt = plusMilliseconds(dueAt, Date.parse(event.to) - Date.parse(event.from))
    }
  }
  return { countedFrom: dayOf(localDayOf(terms.startedAt, calendar)), dueAt, skipped: [], reachesUndecreedYear: false }
}

/** A pause that begins when the time is up gives none back: what is late stays late. */
const isPast = (dueAt: Instant, at: Instant): boolean => at >= dueAt
