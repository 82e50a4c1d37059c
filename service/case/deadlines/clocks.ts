import { type DayNumber, dayOf, type OfficeCalendar, unfilledYears } from '../../offices/calendar/office-calendar.ts'
import {
  type ClockName,
  type ClockUnit,
  type RulePack,
  type RulePacks,
  ruleFor,
} from '../../offices/calendar/rule-pack.ts'
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

export interface CountingRules {
  /** The packs are sorted oldest first; a case keeps the one that applied when it was received. */
  readonly rulePacks: RulePacks
  readonly calendar: OfficeCalendar
}

/** A clock of a case is plain JSON, kept with the case, and holds all that is needed to explain its date. */
export interface RunningClock extends Terms, CountedDate {
  readonly rulePack: string
  readonly stoppedAt: Instant | null
  /** The moment stays set on a clock that was stopped during a pause. */
  readonly pausedAt: Instant | null
  readonly pauseReason: string | null
  /** The latest end of a pause by staff; it is left out where the pause has another end. */
  readonly pauseEndsAt?: Instant | undefined
  /** Staff promised this later date after the first one had passed. */
  readonly promisedAt?: Instant | undefined
  /** The reporter was already notified that this date passed. */
  readonly toldPassed?: Instant | undefined
  readonly reminders?: number | undefined
  /** A rule of the unit shortened it. */
  readonly isShortened?: true | undefined
}

/**
 * Starts a clock. A start outside office hours counts from the next opening. The day of that opening is day 0, and the
 * date is the closing time of the n-th working day after it. Calendar days last until midnight.
 * @param category its own rule, if there is one, replaces the rule of the pack
 */
export function startClock(
  clock: ClockName,
  pack: RulePack,
  calendar: OfficeCalendar,
  at: Instant,
  category?: string,
): RunningClock {
  const { amount, unit } = ruleFor(pack, clock, category)
  const terms: Terms = { clock, amount, unit, startedAt: at, pauses: [] }
  return {
    rulePack: pack.id,
    ...terms,
    ...countClock(terms, calendar),
    stoppedAt: null,
    pausedAt: null,
    pauseReason: null,
  }
}

const isRunning = ({ stoppedAt, pausedAt }: RunningClock): boolean => stoppedAt === null && pausedAt === null

/** Pauses a running clock until `resumeClock`; a clock that does not run is returned unchanged. */
export const pauseClock = (clock: RunningClock, reason: string, at: Instant, endsAt?: Instant): RunningClock =>
  isRunning(clock) ? { ...clock, pausedAt: at, pauseReason: reason, ...(endsAt && { pauseEndsAt: endsAt }) } : clock

/** Resumes with the days that were left at the pause; a clock that is not paused is returned unchanged. */
export function resumeClock(clock: RunningClock, calendar: OfficeCalendar, at: Instant): RunningClock {
  const { pausedAt, pauseReason, stoppedAt, pauseEndsAt: _, ...rest } = clock
  if (pausedAt === null || stoppedAt !== null) return clock
  const pause = { from: pausedAt, to: at < pausedAt ? pausedAt : at, reason: pauseReason ?? '' }
  const resumed = { ...rest, stoppedAt, pausedAt: null, pauseReason: null, pauses: [...clock.pauses, pause] }
  return { ...resumed, ...countClock(resumed, calendar) }
}

export function extendClock(
  clock: RunningClock,
  amount: number,
  reason: string,
  calendar: OfficeCalendar,
  at: Instant,
): RunningClock {
  if (!isRunning(clock)) return clock
  const extended = { ...clock, extensions: [...(clock.extensions ?? []), { at, amount, reason }] }
  return { ...extended, ...countClock(extended, calendar) }
}

/**
 * Recounts a date after the calendar changed. Only the date of a running clock moves. A date that has passed stays, and
 * no date is moved into the past, so a calendar change makes nobody late.
 */
export function recountClock(clock: RunningClock, calendar: OfficeCalendar, now: Instant): RunningClock {
  if (!isRunning(clock) || clock.unit === 'hours' || clock.dueAt < now) return clock
  const counted = countClock(clock, calendar)
  if (counted.dueAt < now) return clock
  return sameCount(clock, counted) ? clock : { ...clock, ...counted }
}

const sameCount = (one: CountedDate, other: CountedDate): boolean =>
  one.dueAt === other.dueAt &&
  one.countedFrom === other.countedFrom &&
  one.reachesUndecreedYear === other.reachesUndecreedYear &&
  one.skipped.length === other.skipped.length &&
  one.skipped.every(({ day, name }, at) => day === other.skipped[at]?.day && name === other.skipped[at]?.name)

/**
 * Gives a running clock fewer working days, if its date then is earlier and has not passed. A date that was promised to
 * the reporter is never made later.
 */
export function shortenClock(
  clock: RunningClock,
  amount: number,
  calendar: OfficeCalendar,
  now: Instant,
): RunningClock {
  if (!isRunning(clock)) return clock
  const shortened: RunningClock = { ...clock, amount, unit: 'working_days', isShortened: true }
  const counted = countClock(shortened, calendar)
  return counted.dueAt < clock.dueAt && counted.dueAt > now ? { ...shortened, ...counted } : clock
}

/** Stops a clock; a clock that already stopped keeps its first stop time. */
export const stopClock = (clock: RunningClock, at: Instant): RunningClock =>
  clock.stoppedAt === null ? { ...clock, stoppedAt: at } : clock

/** Tells whether the date passed while the clock ran. A pause that began before the date keeps the clock in time. */
export const isOverdue = ({ dueAt, stoppedAt, pausedAt }: RunningClock, now: Instant): boolean =>
  (pausedAt ?? stoppedAt ?? now) > dueAt

export interface MovedDate {
  readonly clock: ClockName
  readonly from: Instant
  readonly to: Instant
  /** These named days are no longer counted; those of `countedAgain` are counted again. */
  readonly leftOut: readonly SkippedDay[]
  readonly countedAgain: readonly SkippedDay[]
}
