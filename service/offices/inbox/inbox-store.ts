import { type Instant, instantOf } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Store, UniqueViolation } from '../../storage/collection.ts'
import { recentDocuments } from '../../storage/recent-documents.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { StaffId } from '../staff-id.ts'
import { type Alert, emptyInbox, type Inbox } from './inbox.ts'

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
