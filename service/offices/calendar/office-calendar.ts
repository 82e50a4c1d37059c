import { DAY, type Day, parseDay } from '../../shared/instant.ts'
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

const MOST_WRITTEN = 50_000

/** The number counts days since 1 January 1970; arithmetic on it costs a tenth of arithmetic on dates. */
export type DayNumber = number

export const dayNumberOf = (day: Day): DayNumber => Date.parse(day) / DAY

const written = new Map<DayNumber, Day>()

/** Caches the text of each day, because a hundred thousand cases name the same few hundred days. */
export function dayOf(number: DayNumber): Day {
  const known = written.get(number)
  if (known) return known
  const day = new Date(number * DAY).toISOString().slice(0, 10) as Day
  if (written.size < MOST_WRITTEN) written.set(number, day)
  return day
}

export const yearOf = (number: DayNumber): number => new Date(number * DAY).getUTCFullYear()

// 1 January 1970 was a Thursday.
const FIRST_WEEKDAY = 4

export const weekdayOf = (number: DayNumber): number => (((number + FIRST_WEEKDAY) % 7) + 7) % 7

/** National holidays of 2026. Source: SKB 3 Menteri no. 1497/2025, no. 2/2025 and no. 5/2025. */
const national2026 = [
  ['2026-01-01', 'Tahun Baru Masehi'],
  ['2026-01-16', 'Isra Mikraj Nabi Muhammad saw.'],
  ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'],
  ['2026-03-19', 'Hari Suci Nyepi'],
  ['2026-03-21', 'Idulfitri 1447 H'],
  ['2026-03-22', 'Idulfitri 1447 H'],
  ['2026-04-03', 'Wafat Yesus Kristus'],
  ['2026-04-05', 'Kebangkitan Yesus Kristus'],
  ['2026-05-01', 'Hari Buruh Internasional'],
  ['2026-05-14', 'Kenaikan Yesus Kristus'],
  ['2026-05-27', 'Iduladha 1447 H'],
  ['2026-05-31', 'Hari Raya Waisak 2570 BE'],
  ['2026-06-01', 'Hari Lahir Pancasila'],
  ['2026-06-16', 'Tahun Baru Islam 1448 H'],
  ['2026-08-17', 'Proklamasi Kemerdekaan'],
  ['2026-08-25', 'Maulid Nabi Muhammad saw.'],
  ['2026-12-25', 'Kelahiran Yesus Kristus'],
] as const

/** Offices close on collective leave (same decree) as on a holiday. */
const collectiveLeave2026 = [
  ['2026-02-16', 'Cuti bersama Tahun Baru Imlek'],
  ['2026-03-18', 'Cuti bersama Nyepi'],
  ['2026-03-20', 'Cuti bersama Idulfitri'],
  ['2026-03-23', 'Cuti bersama Idulfitri'],
  ['2026-03-24', 'Cuti bersama Idulfitri'],
  ['2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'],
  ['2026-05-28', 'Cuti bersama Iduladha'],
  ['2026-12-24', 'Cuti bersama Natal'],
] as const

const fixedDates = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['12-25', 'Kelahiran Yesus Kristus'],
] as const

export type HolidayName = (typeof national2026 | typeof collectiveLeave2026 | typeof fixedDates)[number][1]

const listHolidays = (kind: HolidayKind, days: readonly (readonly [string, HolidayName])[]): Holiday[] =>
  days.map(([day, name]) => ({ day: parseDay(day), name, kind }))

const byDay = ({ day: one }: Holiday, { day: other }: Holiday): number => (one < other ? -1 : 1)

export const decreedYears: readonly HolidayYear[] = [
  {
    year: 2026,
    days: [...listHolidays('national', national2026), ...listHolidays('collective_leave', collectiveLeave2026)].sort(
      byDay,
    ),
  },
]

/** In a year without a decree, only the holidays with a fixed date are certain. */
export const fixedHolidays = (year: number): Holiday[] =>
  listHolidays(
    'national',
    fixedDates.map(([date, name]) => [`${year}-${date}`, name] as const),
  )

interface OwnYears {
  readonly holidayYears: readonly HolidayYear[]
}

const findOwnYear = (year: number, { holidayYears }: OwnYears): HolidayYear | undefined =>
  holidayYears.find((own) => own.year === year) ?? decreedYears.find((decreed) => decreed.year === year)

export const holidaysOfYear = (year: number, own: OwnYears): readonly Holiday[] =>
  findOwnYear(year, own)?.days ?? fixedHolidays(year)

type Table = ReadonlyMap<DayNumber, Holiday>
const tables = new WeakMap<readonly HolidayYear[], Map<number, Table>>()

export function holidayOn(day: DayNumber, own: OwnYears): Holiday | null {
  let ofYears = tables.get(own.holidayYears)
  if (!ofYears) {
    ofYears = new Map()
    tables.set(own.holidayYears, ofYears)
  }
  const year = yearOf(day)
  let table = ofYears.get(year)
  if (!table) {
    table = new Map(holidaysOfYear(year, own).map((holiday) => [dayNumberOf(holiday.day), holiday]))
    ofYears.set(year, table)
  }
  return table.get(day) ?? null
}

/** Lists the years in the range whose holidays nobody entered; a date counted into such a year may still move. */
export function unfilledYears(first: DayNumber, last: DayNumber, own: OwnYears): number[] {
  const years: number[] = []
  for (let year = yearOf(first); year <= yearOf(last); year++) if (!findOwnYear(year, own)) years.push(year)
  return years
}
