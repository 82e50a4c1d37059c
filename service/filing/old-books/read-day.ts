import { type Day, parseDay } from '../../shared/instant.ts'

export interface WrittenDay {
  readonly day: Day
  /** `07:30` */
  readonly time: string | null
}

const months: readonly (readonly string[])[] = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'pebruari', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agt', 'ags', 'agu', 'agst', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec'],
]

/** Serial days of spreadsheets between 1954 and 2064: smaller and larger numbers are years or something else. */
const SERIALS = { from: 20_000, to: 60_000 }
/** Day 0 of their count, as it holds from March 1900 on. */
const SERIAL_NOUGHT = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/**
 * Reads `2024-01-03`, `3/1/2024` day first, `03.01.24`, `Rabu, 3 Januari 2024 10.15 WIB`, `45294`. `null` means that
 * the date does not exist, also where month and day are swapped.
 * @param latest year up to which two digits mean this century
 */
export function readDay(cell: string, latest: number): WrittenDay | null {
  const text = cell.trim().toLowerCase()
  const serial = /^\d{5}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (serial >= SERIALS.from && serial <= SERIALS.to) return ofSerial(serial)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/.exec(text)
  if (iso) return ofParts(iso[1], iso[2], iso[3], iso[4])
  const ours = /^(?:[a-z']+,?\s+)?(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)(.*)$/.exec(text)
  if (ours) return ofParts(wholeYear(ours[3], latest), ours[2], ours[1], ours[4])
  const named = /^(?:[a-z']+,?\s+)?(\d{1,2})[\s./-]+([a-z]+)[\s.,/-]+(\d{4}|\d{2})(?!\d)(.*)$/.exec(text)
  const month = named ? months.findIndex((names) => names.includes(named[2] ?? '')) + 1 : 0
  return named && month > 0 ? ofParts(wholeYear(named[3], latest), String(month), named[1], named[4]) : null
}

function ofSerial(serial: number): WrittenDay {
  // It is rounded to the minute, because a fraction of a day is seldom exact.
  const at = new Date(SERIAL_NOUGHT + Math.round((serial * DAY) / 60_000) * 60_000).toISOString()
  return { day: parseDay(at.slice(0, 10)), time: Number.isInteger(serial) ? null : at.slice(11, 16) }
}

function ofParts(year = '', month = '', date = '', rest = ''): WrittenDay | null {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) return null
  return { day: parseDay(day), time: timeIn(rest) }
}

/** `24` is 2024, `98` is 1998. */
const wholeYear = (year = '', latest: number): string =>
  year.length === 4 ? year : String(Number(year) + 2_000 > latest ? Number(year) + 1_900 : Number(year) + 2_000)

function timeIn(rest: string): string | null {
  const [, written = '', minutes = '', half] = /(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(am|pm)?/.exec(rest) ?? []
  if (written === '') return null
  const hour = Number(written)
  const hours = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour
  return hours < 24 && Number(minutes) < 60 ? `${String(hours).padStart(2, '0')}:${minutes}` : null
}
