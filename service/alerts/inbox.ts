import type { AlertKind } from '../complaints/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { Kept } from '../storage/collection.ts'

/** What one person was told: a kind and a number, and nothing of the case itself. */
export interface Alert {
  readonly id: string
  readonly kind: AlertKind
  /** Of the case; `null` for what is about no case. */
  readonly number: string | null
  /** When it last happened. */
  readonly at: Instant
  /** How often it happened since it was last read. */
  readonly times: number
  readonly readAt: Instant | null
  /** The notes that it came from, so that none counts twice. */
  readonly notes: readonly string[]
}

/** The alerts of one person in one unit, the newest first. `id` is the person's. */
export interface Inbox extends Kept {
  readonly changedAt: Instant
  readonly alerts: readonly Alert[]
}

export const emptyInbox = (tenant: string, id: string, at: Instant): Inbox => ({
  tenant,
  id,
  version: 0,
  changedAt: at,
  alerts: [],
})

/** How long an alert stays, and how many of one person. */
export const ALERTS_STAY = 90 * DAY
export const MOST_ALERTS = 300
/** So many repeats of one alert are told from new ones. */
const MOST_NOTES = 50

/** What somebody must be told, before it is an alert of theirs. */
export interface News {
  /** Of the note. The same one never counts twice. */
  readonly id: string
  readonly kind: AlertKind
  readonly number: string | null
  readonly at: Instant
}

/** The inbox with news in it. What is unread and about the same thing becomes newer, and stays one alert. */
export function withNews(inbox: Inbox, news: readonly News[], at: Instant): Inbox {
  const alerts = news.reduce(withOne, inbox.alerts)
  return alerts === inbox.alerts ? inbox : { ...inbox, changedAt: at, alerts: stillKept(alerts, at) }
}

function withOne(alerts: readonly Alert[], { id, kind, number, at }: News): readonly Alert[] {
  if (alerts.some(({ notes }) => notes.includes(id))) return alerts
  const known = alerts.find((alert) => alert.readAt === null && alert.kind === kind && alert.number === number)
  const fresh: Alert = known
    ? { ...known, at, times: known.times + 1, notes: [...known.notes, id].slice(-MOST_NOTES) }
    : { id, kind, number, at, times: 1, readAt: null, notes: [id] }
  return [fresh, ...alerts.filter((alert) => alert !== known)]
}

/** What is neither too old nor one too many. */
export const stillKept = (alerts: readonly Alert[], now: Instant): readonly Alert[] =>
  alerts.filter(({ at }) => plusMilliseconds(at, ALERTS_STAY) > now).slice(0, MOST_ALERTS)

/** Which alerts somebody has read: these, or all that came until then. */
export type Reading = { readonly ids: readonly string[] } | { readonly until: Instant }

export function afterReading(inbox: Inbox, reading: Reading, at: Instant): Inbox {
  const isRead = (alert: Alert) => ('ids' in reading ? reading.ids.includes(alert.id) : alert.at <= reading.until)
  if (!inbox.alerts.some((alert) => alert.readAt === null && isRead(alert))) return inbox
  const alerts = inbox.alerts.map((alert) =>
    alert.readAt === null && isRead(alert) ? { ...alert, readAt: at } : alert,
  )
  return { ...inbox, changedAt: at, alerts }
}

export const isUnread = ({ readAt }: Alert): boolean => readAt === null
