import type { Day } from '../shared/instant.ts'
import type { FieldProblem } from '../shared/refusal.ts'

/** Hours east of UTC. Indonesia keeps no summer time, so a number is enough. */
export const timeZones = {
  'Asia/Jakarta': { hours: 7, abbreviation: 'WIB' },
  'Asia/Pontianak': { hours: 7, abbreviation: 'WIB' },
  'Asia/Makassar': { hours: 8, abbreviation: 'WITA' },
  'Asia/Jayapura': { hours: 9, abbreviation: 'WIT' },
} as const
export type TimeZone = keyof typeof timeZones

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
type Weekday = (typeof weekdays)[number]

/** From opening to closing, local: `['08:00', '16:00']`. */
export type Block = readonly [opens: string, closes: string]

export type Week = Readonly<Record<Weekday, readonly Block[]>>

/** A day on which this office alone is closed or, where it has blocks, open at those hours, whatever else holds. */
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

/** The holidays of a year as the office filled them in; they hold instead of what the service knows of that year. */
export interface HolidayYear {
  readonly year: number
  readonly days: readonly Holiday[]
}

/** When an office works. A day may have several blocks, in order; a day without any is not a working day. */
export interface OfficeCalendar {
  readonly timeZone: TimeZone
  readonly week: Week
  readonly localDays: readonly LocalDay[]
  readonly holidayYears: readonly HolidayYear[]
  /** Weeks that held earlier, each until a day, that day included; oldest first. What is past is not counted anew. */
  readonly formerWeeks: readonly { readonly until: Day; readonly week: Week }[]
}

const usual: readonly Block[] = [['08:00', '16:00']]

/** Monday to Friday, 08:00 to 16:00 in western Indonesia; a unit sets its own. */
export const standardCalendar: OfficeCalendar = {
  timeZone: 'Asia/Jakarta',
  week: { sunday: [], monday: usual, tuesday: usual, wednesday: usual, thursday: usual, friday: usual, saturday: [] },
  localDays: [],
  holidayYears: [],
  formerWeeks: [],
}

/** A calendar of before it could say all of this. */
export const completedCalendar = (calendar: OfficeCalendar): OfficeCalendar => ({
  ...calendar,
  holidayYears: calendar.holidayYears ?? [],
  formerWeeks: calendar.formerWeeks ?? [],
})

type Set = Pick<OfficeCalendar, 'week' | 'localDays' | 'holidayYears'>

/** What keeps a calendar from being counted by: no opening at all, blocks out of order, days that do not exist. */
export function calendarProblems({ week, localDays, holidayYears }: Set): FieldProblem[] {
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

/** Of two names for one day, none would be meant. */
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
