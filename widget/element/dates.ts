import type { TenantView } from '../../service/contract/tenant-view.ts'

type Place = Pick<TenantView, 'language' | 'timeZone'>

/** Dates are written as the service writes them: English the British way, Javanese with Indonesian names. */
export const localeOf = (language: TenantView['language']): string => (language === 'en' ? 'en-GB' : 'id')

/** Formats an instant in the office's own time zone: `Kamis, 3 Desember 2026`. */
export function formatDate(instant: string, { language, timeZone }: Place): string {
  const say = (how: Intl.DateTimeFormatOptions) =>
    new Date(instant).toLocaleDateString(localeOf(language), { timeZone, ...how })
  return `${say({ weekday: 'long' })}, ${say({ dateStyle: 'long' })}`
}

export const formatDateAndTime = (instant: string, { language, timeZone }: Place): string =>
  new Date(instant).toLocaleString(localeOf(language), { timeZone, dateStyle: 'long', timeStyle: 'short' })

/** Today in the office's time zone, `2026-11-25`. The locale `sv` writes ISO dates. */
export const sayToday = ({ timeZone }: Pick<TenantView, 'timeZone'>): string =>
  new Date().toLocaleDateString('sv', { timeZone })
