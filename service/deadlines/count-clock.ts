import { type Day, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { dayOf } from './day-number.ts'
import { undecreedYears } from './holidays.ts'
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

/** All that a date follows from, besides the calendar. */
export interface Terms {
  readonly amount: number
  readonly unit: ClockUnit
  readonly startedAt: Instant
  /** Pauses that are over, oldest first. */
  readonly pauses: readonly Pause[]
}

/** A date and how it was counted. */
export interface Counted {
  /** Day nought: of the start itself, or of the next opening where working days are counted. */
  readonly countedFrom: Day
  readonly dueAt: Instant
  /** Days that passed while the clock ran and were not counted. */
  readonly skipped: readonly SkippedDay[]
  /** The count touches a year whose holidays are not decreed yet, so the date may still move. */
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

/** What remained when a pause began goes on from its end, whose day (or next opening) is day nought again. */
function countWorkingDays({ amount, startedAt, pauses }: Terms, calendar: OfficeCalendar): Counted {
  const openDayOf = (at: Instant) => localDayOf(nextOpening(at, calendar), calendar)
  const first = openDayOf(startedAt)
  let { last, dueAt, skipped } = afterWorkingDays(first, amount, calendar)
  for (const { from, to } of pauses) {
    if (isPast(dueAt, from)) break
    const pausedOn = openDayOf(from)
    const { workingDays } = workingDaysBetween(pausedOn, last, calendar)
    const rest = afterWorkingDays(openDayOf(to), workingDays, calendar)
    const pausedDate = dayOf(pausedOn)
    skipped = [...skipped.filter(({ day }) => day < pausedDate), ...rest.skipped]
    last = rest.last
    dueAt = rest.dueAt
  }
  return { countedFrom: dayOf(first), dueAt, skipped, reachesUndecreedYear: undecreedYears(first, last).length > 0 }
}

/** Until the end of the n-th day; a pause moves it by as many days as the calendar turned meanwhile. */
function countCalendarDays({ amount, startedAt, pauses }: Terms, calendar: OfficeCalendar): Counted {
  const first = localDayOf(startedAt, calendar)
  let dueAt = endOfDay(first + amount, calendar)
  for (const { from, to } of pauses) {
    if (isPast(dueAt, from)) break
    dueAt = endOfDay(localDayOf(dueAt, calendar) + localDayOf(to, calendar) - localDayOf(from, calendar), calendar)
  }
  return { countedFrom: dayOf(first), dueAt, skipped: [], reachesUndecreedYear: false }
}

/** Day and night, holidays too. */
function countHours({ amount, startedAt, pauses }: Terms, calendar: OfficeCalendar): Counted {
  let dueAt = plusMilliseconds(startedAt, amount * HOUR)
  for (const { from, to } of pauses) {
    if (isPast(dueAt, from)) break
    dueAt = plusMilliseconds(dueAt, Date.parse(to) - Date.parse(from))
  }
  return { countedFrom: dayOf(localDayOf(startedAt, calendar)), dueAt, skipped: [], reachesUndecreedYear: false }
}

/** A pause that begins when the time is up gives none back: what is late stays late. */
const isPast = (dueAt: Instant, at: Instant): boolean => at >= dueAt
