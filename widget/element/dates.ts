import type { TenantView } from '../../service/contract/tenant-view.ts'

type Place = Pick<TenantView, 'language' | 'timeZone'>

/** An instant as people of the office say it, in the office's own time. */
export const longDate = (instant: string, { language, timeZone }: Place): string =>
  new Date(instant).toLocaleDateString(language, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

export const dateAndTime = (instant: string, { language, timeZone }: Place): string =>
  new Date(instant).toLocaleString(language, { timeZone, dateStyle: 'long', timeStyle: 'short' })
