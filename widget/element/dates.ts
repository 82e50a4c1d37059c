import type { TenantView } from '../../service/contract/tenant-view.ts'

type Place = Pick<TenantView, 'language' | 'timeZone'>

/** Formats an instant in the office's own time zone. */
export const formatDate = (instant: string, { language, timeZone }: Place): string =>
  new Date(instant).toLocaleDateString(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

export const formatDateAndTime = (instant: string, { language, timeZone }: Place): string =>
  new Date(instant).toLocaleString(language, { timeZone, dateStyle: 'long', timeStyle: 'short' })

/** Today in the office's time zone, `2026-11-25`. The locale `sv` writes ISO dates. */
export const sayToday = ({ timeZone }: Pick<TenantView, 'timeZone'>): string =>
  new Date().toLocaleDateString('sv', { timeZone })
