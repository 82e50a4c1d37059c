import { type Day, parseDay } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { dayNumberOf, dayOf, existsInCalendar, type Holiday } from './office-calendar.ts'

export const leftOutReasons = ['repeats', 'has-time', 'too-long', 'no-date', 'out-of-range', 'cancelled'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export interface ReadHolidays {
  /** They are sorted by day; of several names for a day the first is kept. */
  readonly days: readonly Holiday[]
  /** These events are not whole days of a year, so somebody must enter them by hand. */
  readonly leftOut: readonly { readonly name: string; readonly reason: LeftOutReason }[]
}

const MOST_TEXT = 100_000
const MOST_EVENTS = 600
const MOST_DAYS_OF_ONE = 14
const MOST_LEFT_OUT = 50
const LONGEST_NAME = 120

/**
 * Reads whole-day events of an RFC 5545 file as holidays. Repeating events are reported as left out, because lunar
 * holidays do not repeat by the solar year. Size, events and days are bounded; nothing in the file is executed or
 * followed.
 */
export function readIcs(text: string): ReadHolidays {
  if (text.length > MOST_TEXT) throw tooLarge()
  // Bytes that are not UTF-8 arrive as the replacement character U+FFFD.
  if (text.includes('\uFFFD') || text.includes('\0')) throw notIcs()
  const lines = unfoldLines(text)
  if (lines[0]?.toUpperCase() !== 'BEGIN:VCALENDAR') throw notIcs()
  const events = eventsIn(lines)
  if (events.length > MOST_EVENTS) throw tooLarge()
  const days = new Map<Day, Holiday>()
  const leftOut: { name: string; reason: LeftOutReason }[] = []
  for (const event of events) {
    const name = nameOf(event)
    const read = daysOf(event)
    if (typeof read === 'string') leftOut.push({ name, reason: read })
    else for (const day of read) if (!days.has(day)) days.set(day, { day, name, kind: kindOf(name) })
  }
  return {
    days: [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1)),
    leftOut: leftOut.slice(0, MOST_LEFT_OUT),
  }
}

const notIcs = () => new Refusal('invalid', 'calendar/not-ics')
const tooLarge = () => new Refusal('too-large', 'calendar/too-large')

/** In RFC 5545 a line that begins with a blank continues the line before. */
const unfoldLines = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

interface Property {
  readonly parameters: string
  readonly value: string
}
type Event = ReadonlyMap<string, Property>

/** Reads the properties of each event by name, without those of alarms inside it. */
function eventsIn(lines: readonly string[]): Event[] {
  const events: Event[] = []
  let event: Map<string, Property> | null = null
  let inside = 0
  for (const line of lines) {
    const read = /^([A-Za-z0-9-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/s.exec(line)
    if (!read) continue
    const [, name = '', parameters = '', value = ''] = read
    const upper = name.toUpperCase()
    if (upper === 'BEGIN' && value.toUpperCase() === 'VEVENT' && !event) {
      event = new Map()
      inside = 0
    } else if (upper === 'BEGIN' && event) inside++
    else if (upper === 'END' && event && inside > 0) inside--
    else if (upper === 'END' && event && value.toUpperCase() === 'VEVENT') {
      events.push(event)
      event = null
    } else if (event && inside === 0 && !event.has(upper)) event.set(upper, { parameters, value })
    if (events.length > MOST_EVENTS) throw tooLarge()
  }
  return events
}

function daysOf(event: Event): Day[] | LeftOutReason {
  if (event.get('STATUS')?.value.toUpperCase() === 'CANCELLED') return 'cancelled'
  if (event.has('RRULE') || event.has('RDATE')) return 'repeats'
  const start = event.get('DTSTART')
  if (!start) return 'no-date'
  const from = wholeDay(start)
  if (from === null) return /T\d/.test(start.value) ? 'has-time' : 'no-date'
  const end = event.get('DTEND')
  // DTEND is exclusive: it names the day after the last.
  const until = end ? wholeDay(end) : dayOf(dayNumberOf(from) + 1)
  if (until === null) return 'has-time'
  const length = Math.max(1, dayNumberOf(until) - dayNumberOf(from))
  if (length > MOST_DAYS_OF_ONE) return 'too-long'
  const year = Number(from.slice(0, 4))
  if (year < 2020 || year > 2100) return 'out-of-range'
  return Array.from({ length }, (_, at) => dayOf(dayNumberOf(from) + at))
}

function wholeDay({ value }: Property): Day | null {
  const read = /^(\d{4})(\d{2})(\d{2})$/.exec(value)
  if (!read) return null
  const day = `${read[1]}-${read[2]}-${read[3]}`
  return existsInCalendar(day) ? parseDay(day) : null
}

function nameOf(event: Event): string {
  const written = (event.get('SUMMARY')?.value ?? '')
    .replace(/\\n/gi, ' ')
    .replace(/\\([,;\\])/g, '$1')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...written].slice(0, LONGEST_NAME).join('') || 'Hari libur'
}

const kindOf = (name: string): Holiday['kind'] => (/cuti bersama/i.test(name) ? 'collective_leave' : 'national')
