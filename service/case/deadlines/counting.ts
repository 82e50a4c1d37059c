import {
  dayNumberOf,
  dayOf,
  type OfficeCalendar,
  unfilledYears,
  weekdayOf,
} from '../../offices/calendar/office-calendar.ts'
import type { ClockUnit } from '../../offices/calendar/rule-pack.ts'
import { localDateOf, localDayOf, type SkippedDay } from '../../offices/calendar/working-days.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { RunningClock } from './clocks.ts'
import { daysLostTo, daysOfClock } from './days-of-clock.ts'

export interface NamedDays {
  readonly name: string
  readonly days: readonly Day[]
}

/** A pause or an extension, as sentences tell it. */
export type ClockEvent =
  | { readonly kind: 'pause'; readonly from: Day; readonly to: Day; readonly reason: string }
  | { readonly kind: 'extension'; readonly on: Day; readonly amount: number; readonly reason: string }

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
  /** These are in the order in which they came. A pause names the days that it took, as the list of days does. */
  readonly events: readonly ClockEvent[]
  /** A pause ended so late that a day was given on top. */
  readonly isDayGranted: boolean
}

export function countingOf(clock: RunningClock, calendar: OfficeCalendar): ClockFacts {
  const { unit, startedAt, countedFrom, skipped, dueAt, stoppedAt, reachesUndecreedYear } = clock
  return {
    beganWhileClosed: unit === 'working_days' && localDateOf(startedAt, calendar) !== countedFrom,
    ...groupOnce(skipped),
    undecreed:
      reachesUndecreedYear && stoppedAt === null
        ? unfilledYears(dayNumberOf(countedFrom), localDayOf(dueAt, calendar), calendar)
        : [],
    events: eventsOf(clock, calendar),
    // Only a pause makes one, and most clocks never had any.
    isDayGranted:
      clock.pauses.length > 0 &&
      daysOfClock({ ...clock, stoppedAt: null, pausedAt: null }, calendar, startedAt).some(
        ({ kind }) => kind === 'granted',
      ),
  }
}

type Grouped = Pick<ClockFacts, 'closedWeekdays' | 'named'>

/** A case keeps its list of skipped days, and is shown again and again. */
const grouped = new WeakMap<readonly SkippedDay[], Grouped>()

function groupOnce(skipped: readonly SkippedDay[]): Grouped {
  const known = grouped.get(skipped)
  if (known) return known
  const weekly = skipped.filter(({ name }) => name === null)
  const closedWeekdays = [...new Set(weekly.map(({ day }) => weekdayOf(dayNumberOf(day))))]
  const found = { closedWeekdays, named: namedDays(skipped) }
  grouped.set(skipped, found)
  return found
}

function eventsOf({ unit, pauses, extensions = [] }: RunningClock, calendar: OfficeCalendar): ClockEvent[] {
  const events: { readonly at: Instant; readonly event: ClockEvent }[] = []
  for (const { from, to, reason } of pauses) {
    const days = daysLost(unit, { from, to }, calendar)
    if (days) events.push({ at: from, event: { kind: 'pause', ...days, reason } })
  }
  for (const { at, amount, reason } of extensions) {
    events.push({ at, event: { kind: 'extension', on: localDateOf(at, calendar), amount, reason } })
  }
  return events.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).map(({ event }) => event)
}

function daysLost(unit: ClockUnit, pause: { readonly from: Instant; readonly to: Instant }, calendar: OfficeCalendar) {
  if (unit === 'hours') return { from: localDateOf(pause.from, calendar), to: localDateOf(pause.to, calendar) }
  const lost = daysLostTo(pause, unit, calendar)
  return lost && { from: dayOf(lost.after + 1), to: dayOf(lost.until) }
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

/**
 * Fits somebody's own words into a sentence: without the full stop, and beginning small unless they begin with a name or
 * an abbreviation.
 */
export function insideSentence(words: string): string {
  const plain = words.trim().replace(/\.$/, '')
  const beginsWithName = /^\p{Lu}\p{Ll}*[\s-]+\p{Lu}/u.test(plain)
  return beginsWithName || !/^\p{Lu}(?:\p{Ll}|$|\s)/u.test(plain)
    ? plain
    : plain.charAt(0).toLowerCase() + plain.slice(1)
}
