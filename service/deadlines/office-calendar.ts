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

/** When an office works. A day may have several blocks, in order; a day without any is not a working day. */
export interface OfficeCalendar {
  readonly timeZone: TimeZone
  readonly week: Readonly<Record<Weekday, readonly Block[]>>
  /** Days on which this office alone is closed. */
  readonly localDays: readonly { readonly day: Day; readonly name: string }[]
}

const usual: readonly Block[] = [['08:00', '16:00']]

/** Monday to Friday, 08:00 to 16:00 in western Indonesia; a unit sets its own. */
export const standardCalendar: OfficeCalendar = {
  timeZone: 'Asia/Jakarta',
  week: { sunday: [], monday: usual, tuesday: usual, wednesday: usual, thursday: usual, friday: usual, saturday: [] },
  localDays: [],
}

/** What keeps a calendar from being counted by: no opening at all, blocks out of order, days that do not exist. */
export function calendarProblems({ week, localDays }: Pick<OfficeCalendar, 'week' | 'localDays'>): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (weekdays.every((weekday) => week[weekday].length === 0)) problems.push({ path: 'week', code: 'never-opens' })
  for (const weekday of weekdays) {
    const times = week[weekday].flat()
    const ordered = times.every((time, at) => at === 0 || (times[at - 1] ?? '') < time)
    if (!ordered) problems.push({ path: `week.${weekday}`, code: 'out-of-order' })
  }
  for (const [at, { day }] of localDays.entries()) {
    if (!existsInCalendar(day)) problems.push({ path: `localDays.${at}.day`, code: 'no-such-day' })
  }
  return problems
}

function existsInCalendar(day: string): boolean {
  const read = new Date(`${day}T00:00:00.000Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
}
