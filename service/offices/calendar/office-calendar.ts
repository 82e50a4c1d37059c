import type { Day } from '../../shared/instant.ts'
import type { FieldProblem } from '../../shared/refusal.ts'

/** Hours east of UTC are enough, because Indonesia has no summer time. */
export const timeZones = {
  'Asia/Jakarta': { hours: 7, abbreviation: 'WIB' },
  'Asia/Pontianak': { hours: 7, abbreviation: 'WIB' },
  'Asia/Makassar': { hours: 8, abbreviation: 'WITA' },
  'Asia/Jayapura': { hours: 9, abbreviation: 'WIT' },
} as const
export type TimeZone = keyof typeof timeZones

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
type Weekday = (typeof weekdays)[number]

/** Opening and closing are local times, for example `['08:00', '16:00']`. */
export type Block = readonly [opens: string, closes: string]

export type Week = Readonly<Record<Weekday, readonly Block[]>>

/** On this day the office is closed or, if blocks are given, open at those hours, regardless of week and holidays. */
interface LocalDay {
  readonly day: Day
  readonly name: string
  readonly blocks?: readonly Block[] | undefined
}

export const holidayKinds = ['national', 'collective_leave'] as const
export type HolidayKind = (typeof holidayKinds)[number]

export interface Holiday {
  readonly day: Day
  readonly name: string
  readonly kind: HolidayKind
}

/** Holidays that the office entered for a year replace those that the service knows for that year. */
export interface HolidayYear {
  readonly year: number
  readonly days: readonly Holiday[]
}

/**
 * Describes when an office works. A day may have several blocks, in order; a day without blocks is not a working day.
 */
export interface OfficeCalendar {
  readonly timeZone: TimeZone
  readonly week: Week
  readonly localDays: readonly LocalDay[]
  readonly holidayYears: readonly HolidayYear[]
  /** Each earlier week holds until its day inclusive; oldest first. They keep past days from being counted anew. */
  readonly formerWeeks: readonly { readonly until: Day; readonly week: Week }[]
}

const usual: readonly Block[] = [['08:00', '16:00']]

/** The office works Monday to Friday, 08:00 to 16:00, in western Indonesian time until it sets its own hours. */
export const standardCalendar: OfficeCalendar = {
  timeZone: 'Asia/Jakarta',
  week: { sunday: [], monday: usual, tuesday: usual, wednesday: usual, thursday: usual, friday: usual, saturday: [] },
  localDays: [],
  holidayYears: [],
  formerWeeks: [],
}

export const fillInCalendar = (calendar: OfficeCalendar): OfficeCalendar => ({
  ...calendar,
  holidayYears: calendar.holidayYears ?? [],
  formerWeeks: calendar.formerWeeks ?? [],
})

type CalendarSettings = Pick<OfficeCalendar, 'week' | 'localDays' | 'holidayYears'>

/**
 * Finds what makes a calendar impossible to count by: no opening at all, blocks out of order, days that do not exist.
 */
export function calendarProblems({ week, localDays, holidayYears }: CalendarSettings): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (weekdays.every((weekday) => week[weekday].length === 0)) problems.push({ path: 'week', code: 'never-opens' })
  for (const weekday of weekdays) {
    if (!isOrdered(week[weekday])) problems.push({ path: `week.${weekday}`, code: 'out-of-order' })
  }
  problems.push(...dayProblems('localDays', localDays))
  for (const [at, { blocks }] of localDays.entries()) {
    if (blocks && !isOrdered(blocks)) problems.push({ path: `localDays.${at}.blocks`, code: 'out-of-order' })
  }
  const years = holidayYears.map(({ year }) => year)
  for (const [at, { year, days }] of holidayYears.entries()) {
    const path = `holidayYears.${at}`
    if (years.indexOf(year) !== at) problems.push({ path: `${path}.year`, code: 'taken' })
    problems.push(...dayProblems(`${path}.days`, days))
    for (const [position, { day }] of days.entries()) {
      if (!day.startsWith(`${year}-`)) problems.push({ path: `${path}.days.${position}.day`, code: 'other-year' })
    }
  }
  return problems
}

const isOrdered = (blocks: readonly Block[]): boolean => {
  const times = blocks.flat()
  return times.every((time, at) => at === 0 || (times[at - 1] ?? '') < time)
}

/** A day that is named twice is refused, because either name could be the one that is meant. */
function dayProblems(path: string, named: readonly { readonly day: Day }[]): FieldProblem[] {
  const days = named.map(({ day }) => day)
  return days.flatMap((day, at) => {
    if (!existsInCalendar(day)) return [{ path: `${path}.${at}.day`, code: 'no-such-day' }]
    return days.indexOf(day) === at ? [] : [{ path: `${path}.${at}.day`, code: 'taken' }]
  })
}

export function existsInCalendar(day: string): boolean {
  const read = new Date(`${day}T00:00:00.000Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
}
