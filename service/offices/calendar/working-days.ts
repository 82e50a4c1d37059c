import { DAY, type Day, HOUR, type Instant, instantOf, MINUTE } from '../../shared/instant.ts'
import {
  type Block,
  type DayNumber,
  dayNumberOf,
  dayOf,
  holidayOn,
  type OfficeCalendar,
  timeZones,
  weekdayOf,
  weekdays,
} from './office-calendar.ts'

/**
 * A day was not counted because of the named holiday, or, with `null`, because the office never works on that weekday.
 */
export interface SkippedDay {
  readonly day: Day
  readonly name: string | null
}

type Zone = Pick<OfficeCalendar, 'timeZone'>

const localMilliseconds = (at: Instant, { timeZone }: Zone): number => Date.parse(at) + timeZones[timeZone].hours * HOUR

export const localDayOf = (at: Instant, zone: Zone): DayNumber => Math.floor(localMilliseconds(at, zone) / DAY)

/** Returns the local day, for example `2026-11-25`. */
export const localDateOf = (at: Instant, zone: Zone): Day => dayOf(localDayOf(at, zone))

/** Returns the local time, for example `14:30`. */
export const localTimeOf = (at: Instant, zone: Zone): string =>
  new Date(localMilliseconds(at, zone)).toISOString().slice(11, 16)

export function momentAt(day: DayNumber, time: string, { timeZone }: Zone): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return instantOf(new Date(day * DAY + minutes * MINUTE - timeZones[timeZone].hours * HOUR))
}

export const endOfDay = (day: DayNumber, { timeZone }: Zone): Instant =>
  instantOf(new Date((day + 1) * DAY - timeZones[timeZone].hours * HOUR - 1))

function weeklyBlocksOn(day: DayNumber, { week, formerWeeks }: OfficeCalendar): readonly Block[] {
  const weekday = weekdays[weekdayOf(day)] ?? 'sunday'
  if (formerWeeks.length === 0) return week[weekday]
  const date = dayOf(day)
  return (formerWeeks.find(({ until }) => date <= until)?.week ?? week)[weekday]
}

/** Callers ask this only for days on which the office is not closed. */
export const openBlocksOn = (day: DayNumber, calendar: OfficeCalendar): readonly Block[] => {
  const own = localDayOn(day, calendar)?.blocks
  return own && own.length > 0 ? own : weeklyBlocksOn(day, calendar)
}

/** Says why the office is closed on that day, or returns `null`. The office's own days override national holidays. */
export function whyClosed(day: DayNumber, calendar: OfficeCalendar): SkippedDay | null {
  const local = localDayOn(day, calendar)
  if (local?.blocks && local.blocks.length > 0) return null
  if (weeklyBlocksOn(day, calendar).length === 0) return { day: dayOf(day), name: null }
  const name = local?.name ?? holidayOn(day, calendar)?.name ?? null
  return name === null ? null : { day: dayOf(day), name }
}

/** Returns the name of a day on which the office keeps hours of its own, or `null`. */
export function nameOfOpenDay(day: DayNumber, calendar: OfficeCalendar): string | null {
  const own = localDayOn(day, calendar)
  return own?.blocks && own.blocks.length > 0 ? own.name : null
}

type LocalDay = OfficeCalendar['localDays'][number]
const localTables = new WeakMap<OfficeCalendar['localDays'], ReadonlyMap<DayNumber, LocalDay>>()

function localDayOn(day: DayNumber, { localDays }: OfficeCalendar): LocalDay | undefined {
  if (localDays.length === 0) return undefined
  let table = localTables.get(localDays)
  if (!table) {
    table = new Map(localDays.map((local) => [dayNumberOf(local.day), local]))
    localTables.set(localDays, table)
  }
  return table.get(day)
}

/** Finds when the office's clock next shows this time on a working day, even if that is before opening. */
export function nextOnWorkingDay(after: Instant, time: string, calendar: OfficeCalendar): Instant {
  const today = localDayOf(after, calendar)
  for (let day = today; day < today + FAR; day++) {
    const moment = momentAt(day, time, calendar)
    if (moment > after && !whyClosed(day, calendar)) return moment
  }
  return after
}

// The limit in days ends the count for an office that never opens and for a term of a million days.
const FAR = 3_660

/** Returns the moment itself during office hours, otherwise the next opening. The closing time counts as outside. */
export function nextOpening(at: Instant, calendar: OfficeCalendar): Instant {
  const today = localDayOf(at, calendar)
  if (!whyClosed(today, calendar)) {
    const time = localTimeOf(at, calendar)
    for (const [opens, closes] of openBlocksOn(today, calendar)) {
      if (time < opens) return momentAt(today, opens, calendar)
      if (time < closes) return at
    }
  }
  for (let day = today + 1; day < today + FAR; day++) {
    const [first] = openBlocksOn(day, calendar)
    if (first && !whyClosed(day, calendar)) return momentAt(day, first[0], calendar)
  }
  return at
}

/** Returns the last working day that had opened by then. */
export function lastDayBegun(at: Instant, calendar: OfficeCalendar): DayNumber {
  const today = localDayOf(at, calendar)
  for (let day = today; day > today - FAR; day--) {
    const [first] = openBlocksOn(day, calendar)
    if (first && !whyClosed(day, calendar) && momentAt(day, first[0], calendar) <= at) return day
  }
  return today
}

/** Returns the closing time, or the last moment of a day on which the office does not work. */
export const closingOf = (day: DayNumber, calendar: OfficeCalendar): Instant => afterWorkingDays(day, 0, calendar).dueAt

export interface CountedDays {
  readonly last: DayNumber
  readonly dueAt: Instant
  readonly skipped: readonly SkippedDay[]
}

/**
 * Returns the n-th working day after a day, and its closing time. The first day is day 0: three working days from
 * Monday morning end on Thursday at closing.
 */
export function afterWorkingDays(from: DayNumber, amount: number, calendar: OfficeCalendar): CountedDays {
  const skipped: SkippedDay[] = []
  let last = from
  for (let counted = 0; counted < amount && last < from + FAR; ) {
    last++
    const closed = whyClosed(last, calendar)
    if (closed) skipped.push(closed)
    else counted++
  }
  const closing = openBlocksOn(last, calendar).at(-1)?.[1]
  return { last, dueAt: closing ? momentAt(last, closing, calendar) : endOfDay(last, calendar), skipped }
}

export function workingDaysBetween(first: DayNumber, last: DayNumber, calendar: OfficeCalendar) {
  const skipped: SkippedDay[] = []
  let workingDays = 0
  for (let day = first + 1; day <= last; day++) {
    const closed = whyClosed(day, calendar)
    if (closed) skipped.push(closed)
    else workingDays++
  }
  return { workingDays, skipped }
}
