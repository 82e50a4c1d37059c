type Language = 'id' | 'en'
type Format = 'date' | 'day' | 'moment'

const formats = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  moment: {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
} as const satisfies Record<Format, Intl.DateTimeFormatOptions>

const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>

// Formatters are expensive (more than a whole page), so each is made once.
const made = new Map<string, Intl.DateTimeFormat>()

function formatter(format: Format, timeZone: string, language: Language): Intl.DateTimeFormat {
  const key = `${format} ${timeZone} ${language}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(locales[language], { ...formats[format], timeZone })
  made.set(key, fresh)
  return fresh
}

/** Returns for example `Senin, 23 November 2026`. */
export const sayDay = (instant: string, timeZone: string, language: Language): string =>
  formatter('day', timeZone, language).format(new Date(instant))

/** Returns for example `23 November 2026` for a day without a time. */
export const sayDate = (day: string, language: Language): string =>
  formatter('date', 'UTC', language).format(new Date(day))

/** Returns for example `Senin, 23 November 2026 pukul 10.15 WIB`. */
export function sayMoment(instant: string, timeZone: string, language: Language): string {
  const formatted = formatter('moment', timeZone, language).format(new Date(instant))
  // Only the Indonesian locale names WIB, WITA and WIT; others show GMT+7.
  return language === 'id'
    ? formatted
    : formatted.replace(/GMT\+([789])$/, (offset, hours) => zoneNames[hours] ?? offset)
}

const zoneNames: Readonly<Record<string, string>> = { 7: 'WIB', 8: 'WITA', 9: 'WIT' }

/** Returns for example `2,4 MB`. A megabyte has 1,048,576 bytes, as in the limits of a tenant. */
export function saySize(bytes: number, language: Language): string {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 })
  if (bytes < 1_024) return `${bytes} B`
  if (bytes < 1_048_576) return `${number.format(bytes / 1_024)} kB`
  return `${number.format(bytes / 1_048_576)} MB`
}
