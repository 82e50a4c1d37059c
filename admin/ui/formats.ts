/** Numbers, sizes and dates in a language and a time zone. Instants are ISO strings. */
export interface Formats {
  day(instant: string): string
  /** Without the year where it is this one. */
  shortDay(instant: string): string
  dayAndTime(instant: string): string
  longDay(instant: string): string
  month(instant: string): string
  time(instant: string): string
  /** A stretch of days; a month that they share is named once. */
  days(from: string, to: string): string
  /** The short month of a day: `Nov`. */
  shortMonth(day: string): string
  months(from: string, to: string): string
  /** Today, or a day so many days later: `2026-11-23` */
  today(later?: number): string
  number(value: number): string
  /** The last two joined by a word, as in “a, b and c”. */
  list(items: readonly string[]): string
  size(bytes: number): string
  /** Names a duration in the largest unit of which it is a whole number. */
  lasting(milliseconds: number): string
  /** Counts the calendar days from today to the day of the instant. The count is negative for the past. */
  daysUntil(instant: string): number
}

const DAY = 86_400_000
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
const unitsOfTime = [
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
] as const

/** @param now milliseconds since 1970, by the clock that the dates are compared with */
export function createFormats(locale: string, timeZone: string, now: () => number = Date.now): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (instant: string) => format.format(new Date(instant))
  }
  const day = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const dayOfYear = dates({ day: 'numeric', month: 'short' })
  const year = dates({ year: 'numeric' })
  const stretch = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
  const stretchOfMonths = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', year: 'numeric' })
  const nameOfMonth = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' })
  const plainDay = new Intl.DateTimeFormat('en-CA', { timeZone })
  const dayNumber = (at: Date) => Date.parse(`${plainDay.format(at)}T00:00:00Z`) / DAY
  const numbers = new Intl.NumberFormat(locale)
  const lists = new Intl.ListFormat(locale)
  return {
    day,
    shortDay: (instant) => (year(instant) === year(new Date(now()).toISOString()) ? dayOfYear(instant) : day(instant)),
    dayAndTime: dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    longDay: dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    month: dates({ month: 'short', year: 'numeric' }),
    time: dates({ hour: '2-digit', minute: '2-digit' }),
    days: (from, to) => stretch.formatRange(new Date(from), new Date(to)),
    months: (from, to) => stretchOfMonths.formatRange(new Date(from), new Date(to)),
    shortMonth: (day) => nameOfMonth.format(new Date(day)),
    today: (later = 0) => plainDay.format(new Date(now() + later * DAY)),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    size: (bytes) => {
      const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
      const unit = units[step] ?? 'byte'
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
        bytes / 1024 ** step,
      )
    },
    lasting: (milliseconds) => {
      const whole = unitsOfTime.find(([, one]) => milliseconds >= one && milliseconds % one === 0)
      const [unit, one] = whole ?? (['millisecond', 1] as const)
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: 0,
      }).format(milliseconds / one)
    },
    daysUntil: (instant) => dayNumber(new Date(instant)) - dayNumber(new Date(now())),
  }
}
