import { DAY, HOUR, type Instant, instantOf, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { recentDocuments } from '../../storage/sealed-documents.ts'
import type { AlertKind, AttemptReason } from '../notice-vocabulary.ts'
import type { Translated } from '../translated.ts'
import type { Role } from '../vocabulary.ts'
import { type AlertPreferences, standardPreferences } from './alert-preferences.ts'

export interface MemberNews {
  readonly name: string
  /** The role that they got or lost. */
  readonly role?: Role
  /** The same for a role of the unit's own. */
  readonly unitRole?: Translated
  readonly formerName?: string
}

/** It holds a kind and a number, and nothing of the case itself. */
export interface Alert {
  readonly id: string
  readonly kind: AlertKind
  /** It is `null` for an alert that is about no case, or about `times` cases whose dates passed. */
  readonly number: string | null
  /** The member of staff whose role or membership changed. */
  readonly about?: MemberNews
  readonly at: Instant
  readonly times: number
  readonly readAt: Instant | null
  /** It is `null` once the alert was mailed, or if it is not to be. */
  readonly mailDueAt: Instant | null
  readonly mailedAt: Instant | null
  /** The notes that it came from, so that none counts twice. */
  readonly notes: readonly string[]
}

/** The newest comes first. `id` is the person's. */
export interface Inbox extends Kept {
  readonly changedAt: Instant
  readonly alerts: readonly Alert[]
  /** `null` means the defaults. */
  readonly preferences: AlertPreferences | null
  readonly mail: AlertMail | null
  readonly lastMail: MailOutcome | null
}

export const emptyInbox = (tenant: TenantId, id: string, at: Instant): Inbox => ({
  tenant,
  id,
  version: 0,
  changedAt: at,
  alerts: [],
  preferences: null,
  mail: null,
  lastMail: null,
})

export const ALERTS_STAY = 90 * DAY
export const MOST_ALERTS = 300

/** Repeats beyond this many are no longer recognised as such. */
const MOST_NOTES = 50

export interface News {
  /** The id of the note, by which repeats are recognised. */
  readonly id: string
  readonly kind: AlertKind
  readonly number: string | null
  readonly about?: MemberNews
  readonly at: Instant
}

/**
 * Adds news. An unread alert about the same thing is renewed instead of doubled.
 * @param mailDueAt when news of that kind is mailed
 */
export function addNews(
  inbox: Inbox,
  news: readonly News[],
  at: Instant,
  mailDueAt: (kind: AlertKind) => Instant | null,
): Inbox {
  const alerts = news.reduce((before, one) => addOne(before, one, mailDueAt(one.kind)), inbox.alerts)
  return alerts === inbox.alerts ? inbox : { ...inbox, changedAt: at, alerts: stillKept(alerts, at) }
}

function addOne(
  alerts: readonly Alert[],
  { id, kind, number: of, about, at }: News,
  mailDueAt: Instant | null,
): readonly Alert[] {
  if (alerts.some(({ notes }) => notes.includes(id))) return alerts
  const unread = alerts.filter((alert) => alert.readAt === null && alert.kind === kind)
  const isKnown = unread.some((alert) => alert.number === of)
  const number = !isKnown && isCrowd(unread, kind, at) ? null : of
  const known = unread.find((alert) => alert.number === number && isSame(alert.about, about))
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

/** Kinds of which many can come at once, as after a long pause. */
const ofDates: readonly AlertKind[] = ['clock_near', 'clock_over', 'clock_escalated']

/** Beyond so many of a kind within so long, further cases are one alert that tells how many they are. */
const MOST_ALONE = 10
const CROWDED_WITHIN = HOUR

function isCrowd(unread: readonly Pick<Alert, 'at'>[], kind: AlertKind, at: Instant): boolean {
  const since = plusMilliseconds(at, -CROWDED_WITHIN)
  return ofDates.includes(kind) && unread.filter((alert) => alert.at >= since).length >= MOST_ALONE
}

const isSame = (one: MemberNews | undefined, other: MemberNews | undefined): boolean =>
  one?.name === other?.name &&
  one?.role === other?.role &&
  one?.unitRole?.id === other?.unitRole?.id &&
  one?.formerName === other?.formerName

/** An alert that keeps happening is mailed again at most this often. */
const MAILED_AGAIN_AFTER = HOUR

function notSoonAfter(mailedAt: Instant | null, dueAt: Instant | null): Instant | null {
  if (!mailedAt || !dueAt) return dueAt
  const again = plusMilliseconds(mailedAt, MAILED_AGAIN_AFTER)
  return again > dueAt ? again : dueAt
}

export function stillKept(alerts: readonly Alert[], now: Instant): readonly Alert[] {
  const longAgo = plusMilliseconds(now, -ALERTS_STAY)
  return alerts.filter(({ at }) => at > longAgo).slice(0, MOST_ALERTS)
}

export type Reading = { readonly ids: readonly string[] } | { readonly until: Instant }

export function markAlertsRead(inbox: Inbox, reading: Reading, at: Instant): Inbox {
  const isRead = (alert: Alert) => ('ids' in reading ? reading.ids.includes(alert.id) : alert.at <= reading.until)
  if (!inbox.alerts.some((alert) => alert.readAt === null && isRead(alert))) return inbox
  const alerts = inbox.alerts.map((alert) =>
    alert.readAt === null && isRead(alert) ? { ...alert, readAt: at, mailDueAt: null } : alert,
  )
  return { ...inbox, changedAt: at, alerts }
}

/** Kinds that are newer than the person's settings get their default. */
export const preferencesOf = ({ preferences }: Pick<Inbox, 'preferences'>): AlertPreferences =>
  preferences ? { ...preferences, ways: { ...standardPreferences.ways, ...preferences.ways } } : standardPreferences

/** Mail that waits is scheduled anew, or cancelled. */
export function applyPreferences(
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

/** A mail being sent, with the alerts in it. A retry sends the same message. */
export interface AlertMail {
  readonly id: string
  readonly alerts: readonly string[]
  readonly begunAt: Instant
  /** It serves as the lease of the current try. */
  readonly nextTryAt: Instant
  readonly failures: number
  /** The person's browsers were woken for it then, once. */
  readonly wokenAt?: Instant
}

export interface MailOutcome {
  readonly at: Instant
  /** `null` means that it was accepted. */
  readonly reason: AttemptReason | null
}

export const inboxSpec: CollectionSpec<Inbox> = {
  name: 'inboxes',
  keys: { changedAt: ({ changedAt }) => changedAt, sendsAt: (inbox) => sendsAt(inbox) },
  indexes: {
    changed: { on: ['changedAt'], acrossTenants: true },
    sends: { on: ['sendsAt'], acrossTenants: true },
  },
}

export interface ChangedInbox {
  readonly tenant: TenantId
  readonly person: StaffId
  readonly version: number
  readonly changedAt: Instant
}

/** One inbox for each person and tenant. */
export interface InboxStore {
  /** Returns an empty one for a person who was never alerted. */
  read(tenant: TenantId, person: StaffId): Promise<Inbox>
  /** Loads, decides and saves, whatever others write meanwhile. `decide` may be called more than once. */
  change(tenant: TenantId, person: StaffId, decide: (inbox: Inbox) => Inbox): Promise<Inbox>
  /** Removes the inbox of somebody who left the tenant. */
  remove(tenant: TenantId, person: string): Promise<void>
  /** Inboxes with something to send, the most overdue first. */
  toSend(now: Instant, limit: number): Promise<readonly Pick<ChangedInbox, 'tenant' | 'person'>[]>
  /** Lists inboxes of all tenants, the earliest first. */
  changedSince(since: Instant, limit: number): Promise<readonly ChangedInbox[]>
}

/** Alerts from before e-mail existed are not mailed. */
const withMailFields = (alert: Alert): Alert =>
  'mailedAt' in alert ? alert : Object.assign({ mailDueAt: null, mailedAt: null }, alert)

const MOST_TRIES = 50

/** An inbox may have a hundred kilobytes, and those who work now are alerted again and again. */
const MOST_REMEMBERED = 50

export async function openInboxStore(store: Store): Promise<InboxStore> {
  const kept = await store.collection(inboxSpec)
  const never = instantOf(new Date(0))
  const recent = recentDocuments<Inbox>(MOST_REMEMBERED)

  const inboxes: InboxStore = {
    async read(tenant, person) {
      const found = await kept.get(tenant, person)
      const empty = emptyInbox(tenant, person, never)
      return found ? { ...empty, ...found, alerts: found.alerts.map(withMailFields) } : empty
    },

    async change(tenant, person, decide) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const remembered = recent.last(tenant, person)
        const before = remembered ?? (await inboxes.read(tenant, person))
        const after = decide(before)
        if (after === before && !remembered) return before
        // If it is old, the write is refused and the try begins again with what is read.
        recent.forget(tenant, person)
        if (after === before) continue
        const { version, ...draft } = after
        const saved = await (version === 0 ? kept.insert(draft).catch(nullIfTaken) : kept.replace(after))
        if (!saved) continue
        recent.keep(saved)
        return saved
      }
      throw new Refusal('conflict', 'alerts/changed-meanwhile')
    },

    async remove(tenant, person) {
      recent.forget(tenant, person)
      await kept.delete(tenant, person)
    },

    async toSend(now, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'sends', range: { to: now }, limit })
      return items.map(({ tenant, id }) => ({ tenant, person: id as StaffId }))
    },

    async changedSince(since, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'changed', range: { from: since }, limit })
      return items.map(({ tenant, id, version, changedAt }) => ({
        tenant,
        person: id as StaffId,
        version,
        changedAt,
      }))
    },
  }
  return inboxes
}

function nullIfTaken(cause: unknown): null {
  if (cause instanceof UniqueViolation) return null
  throw cause
}

/** The next mail waits while one is being sent. */
export const sendsAt = ({ mail, alerts }: Pick<Inbox, 'mail' | 'alerts'>): Instant | null =>
  mail
    ? mail.nextTryAt
    : alerts.reduce<Instant | null>(
        (first, { mailDueAt }) => (mailDueAt && (!first || mailDueAt < first) ? mailDueAt : first),
        null,
      )
