import { DAY, type Day, HOUR, type Instant, instantOf, MINUTE } from '../shared/instant.ts'
import { type DayNumber, dayNumberOf, dayOf, weekdayOf } from './day-number.ts'
import { holidayOn } from './holidays.ts'
import { type Block, type OfficeCalendar, timeZones, weekdays } from './office-calendar.ts'

/** A day that was not counted, and why: the name of a holiday, or `null` for a weekday on which the office never works. */
export interface SkippedDay {
  readonly day: Day
  readonly name: string | null
}

type Zone = Pick<OfficeCalendar, 'timeZone'>

const localMilliseconds = (at: Instant, { timeZone }: Zone): number => Date.parse(at) + timeZones[timeZone].hours * HOUR

/** The day at the office, as a number. */
export const localDayOf = (at: Instant, zone: Zone): DayNumber => Math.floor(localMilliseconds(at, zone) / DAY)

/** The day at the office: `2026-11-25`. */
export const localDateOf = (at: Instant, zone: Zone): Day => dayOf(localDayOf(at, zone))

/** The time at the office: `14:30`. */
export const localTimeOf = (at: Instant, zone: Zone): string =>
  new Date(localMilliseconds(at, zone)).toISOString().slice(11, 16)

/** A day and a time at the office, as a moment. */
export function momentAt(day: DayNumber, time: string, { timeZone }: Zone): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return instantOf(new Date(day * DAY + minutes * MINUTE - timeZones[timeZone].hours * HOUR))
}

/** The last millisecond of a day at the office. */
export const endOfDay = (day: DayNumber, { timeZone }: Zone): Instant =>
  instantOf(new Date((day + 1) * DAY - timeZones[timeZone].hours * HOUR - 1))

/** The hours of that weekday, in the week that held then. */
function weeklyBlocksOn(day: DayNumber, { week, formerWeeks }: OfficeCalendar): readonly Block[] {
  const weekday = weekdays[weekdayOf(day)] ?? 'sunday'
  if (formerWeeks.length === 0) return week[weekday]
  const date = dayOf(day)
  return (formerWeeks.find(({ until }) => date <= until)?.week ?? week)[weekday]
}

/** The hours at which the office works on that day; to be asked where it is not closed. */
export const openBlocksOn = (day: DayNumber, calendar: OfficeCalendar): readonly Block[] => {
  const own = localDayOn(day, calendar)?.blocks
  return own && own.length > 0 ? own : weeklyBlocksOn(day, calendar)
}

/** Why the office does not work on that day; `null` when it does. Its own days go before the nation's. */
export function whyClosed(day: DayNumber, calendar: OfficeCalendar): SkippedDay | null {
  const local = localDayOn(day, calendar)
  if (local?.blocks && local.blocks.length > 0) return null
  if (weeklyBlocksOn(day, calendar).length === 0) return { day: dayOf(day), name: null }
  const name = local?.name ?? holidayOn(day, calendar)?.name ?? null
  return name === null ? null : { day: dayOf(day), name }
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

/** When the clock at the office next shows this time on a working day, be it before the opening. */
export function nextOnWorkingDay(after: Instant, time: string, calendar: OfficeCalendar): Instant {
  const today = localDayOf(after, calendar)
  for (let day = today; day < today + FAR; day++) {
    const moment = momentAt(day, time, calendar)
    if (moment > after && !whyClosed(day, calendar)) return moment
  }
  return after
}

// An office that never opens, or a promise of a million days, would be counted without end.
const FAR = 3_660

/** The moment itself during office hours, else the next opening. A closing time is already outside. */
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

/** The closing time of a day; of a day on which the office does not work, its last moment. */
export const closingOf = (day: DayNumber, calendar: OfficeCalendar): Instant => afterWorkingDays(day, 0, calendar).dueAt

export interface CountedDays {
  readonly last: DayNumber
  readonly dueAt: Instant
  readonly skipped: readonly SkippedDay[]
}

/**
 * The n-th working day after a day, and its closing time. The day from which is counted is day nought: with three
 * working days from Monday morning, the office has until Thursday's closing.
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

/** How many working days come after the first day, up to and with the last, and which days between do not count. */
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
