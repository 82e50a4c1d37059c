import type { AlertKind, AttemptReason, Role } from '../complaints/vocabulary.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { Kept } from '../storage/collection.ts'
import { type AlertPreferences, standardPreferences } from './alert-preferences.ts'

/** A member of staff about whom something changed, by name. */
export interface MemberNews {
  readonly name: string
  /** They got it or lost it. */
  readonly role?: Role
  readonly formerName?: string
}

/** What one person was told: a kind and a number, and nothing of the case itself. */
export interface Alert {
  readonly id: string
  readonly kind: AlertKind
  /** Of the case; `null` for what is about no case. */
  readonly number: string | null
  /** Of a member of staff whose role or place changed. */
  readonly about?: MemberNews
  /** When it last happened. */
  readonly at: Instant
  /** How often it happened since it was last read. */
  readonly times: number
  readonly readAt: Instant | null
  /** When it goes out by e-mail; `null`: it did, or does not. */
  readonly mailDueAt: Instant | null
  readonly mailedAt: Instant | null
  /** The notes that it came from, so that none counts twice. */
  readonly notes: readonly string[]
}

/** The alerts of one person in one unit, the newest first. `id` is the person's. */
export interface Inbox extends Kept {
  readonly changedAt: Instant
  readonly alerts: readonly Alert[]
  /** `null`: as for everybody who set nothing. */
  readonly preferences: AlertPreferences | null
  readonly mail: AlertMail | null
  readonly lastMail: MailOutcome | null
}

export const emptyInbox = (tenant: string, id: string, at: Instant): Inbox => ({
  tenant,
  id,
  version: 0,
  changedAt: at,
  alerts: [],
  preferences: null,
  mail: null,
  lastMail: null,
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
  readonly about?: MemberNews
  readonly at: Instant
}

/**
 * The inbox with news in it. What is unread and about the same thing becomes newer, and stays one alert.
 * @param mailDueAt when news of that kind goes out by e-mail
 */
export function withNews(
  inbox: Inbox,
  news: readonly News[],
  at: Instant,
  mailDueAt: (kind: AlertKind) => Instant | null,
): Inbox {
  const alerts = news.reduce((before, one) => withOne(before, one, mailDueAt(one.kind)), inbox.alerts)
  return alerts === inbox.alerts ? inbox : { ...inbox, changedAt: at, alerts: stillKept(alerts, at) }
}

function withOne(
  alerts: readonly Alert[],
  { id, kind, number, about, at }: News,
  mailDueAt: Instant | null,
): readonly Alert[] {
  if (alerts.some(({ notes }) => notes.includes(id))) return alerts
  const known = alerts.find(
    (alert) => alert.readAt === null && alert.kind === kind && alert.number === number && isSame(alert.about, about),
  )
  const fresh: Alert = known
    ? {
        ...known,
        at,
        times: known.times + 1,
        notes: [...known.notes, id].slice(-MOST_NOTES),
        mailDueAt: known.mailDueAt ?? notSoonAfter(known.mailedAt, mailDueAt),
      }
    : { id, kind, number, ...(about && { about }), at, times: 1, readAt: null, notes: [id], mailDueAt, mailedAt: null }
  return [fresh, ...alerts.filter((alert) => alert !== known)]
}

const isSame = (one: MemberNews | undefined, other: MemberNews | undefined): boolean =>
  one?.name === other?.name && one?.role === other?.role && one?.formerName === other?.formerName

/** One alert is mailed of again when it goes on happening, at most so often. */
const MAILED_AGAIN_AFTER = HOUR

function notSoonAfter(mailedAt: Instant | null, dueAt: Instant | null): Instant | null {
  if (!mailedAt || !dueAt) return dueAt
  const again = plusMilliseconds(mailedAt, MAILED_AGAIN_AFTER)
  return again > dueAt ? again : dueAt
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
    alert.readAt === null && isRead(alert) ? { ...alert, readAt: at, mailDueAt: null } : alert,
  )
  return { ...inbox, changedAt: at, alerts }
}

/** What somebody set, and for kinds that came later what is usual. */
export const preferencesOf = ({ preferences }: Pick<Inbox, 'preferences'>): AlertPreferences =>
  preferences ? { ...preferences, ways: { ...standardPreferences.ways, ...preferences.ways } } : standardPreferences

/** What waits to go out by e-mail waits for another time then, or no more. */
export function withPreferences(
  inbox: Inbox,
  preferences: AlertPreferences,
  mailDueAt: (kind: AlertKind) => Instant | null,
): Inbox {
  const alerts = inbox.alerts.map((alert) =>
    alert.mailDueAt === null ? alert : { ...alert, mailDueAt: mailDueAt(alert.kind) },
  )
  return { ...inbox, preferences, alerts }
}

export const isUnread = ({ readAt }: Alert): boolean => readAt === null

/** A mail on its way: which alerts it tells, and how it fared so far. Tried again, it is the same message. */
export interface AlertMail {
  readonly id: string
  readonly alerts: readonly string[]
  readonly begunAt: Instant
  /** Also the lease of who tries it now. */
  readonly nextTryAt: Instant
  readonly failures: number
}

/** How the last mail ended. */
export interface MailOutcome {
  readonly at: Instant
  /** `null`: it was taken. */
  readonly reason: AttemptReason | null
}
