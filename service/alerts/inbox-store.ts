import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { StaffId } from '../staff/staff-member.ts'
import { type CollectionSpec, type Store, UniqueViolation } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { type Alert, emptyInbox, type Inbox } from './inbox.ts'

export const inboxSpec: CollectionSpec<Inbox> = {
  name: 'inboxes',
  keys: { changedAt: ({ changedAt }) => changedAt, sendsAt: (inbox) => sendsAt(inbox) },
  indexes: {
    changed: { on: ['changedAt'], acrossTenants: true },
    sends: { on: ['sendsAt'], acrossTenants: true },
  },
}

/** Whose inbox, as it was last changed. */
export interface ChangedInbox {
  readonly tenant: TenantId
  readonly person: StaffId
  readonly version: number
  readonly changedAt: Instant
}

/** What staff are told, one inbox a person and unit. */
export interface InboxStore {
  /** An empty one for who was never told anything. */
  read(tenant: TenantId, person: StaffId): Promise<Inbox>
  /** Loads, decides, saves, whatever others write meanwhile. `decide` may be called more than once. */
  change(tenant: TenantId, person: StaffId, decide: (inbox: Inbox) => Inbox): Promise<Inbox>
  /** Of somebody who left the unit. */
  remove(tenant: TenantId, person: StaffId): Promise<void>
  /** Whose inbox has something to send, the most overdue first. */
  toSend(now: Instant, limit: number): Promise<readonly Pick<ChangedInbox, 'tenant' | 'person'>[]>
  /** Inboxes of all units that changed since, the earliest first. */
  changedSince(since: Instant, limit: number): Promise<readonly ChangedInbox[]>
}

/** An alert of before alerts went out by e-mail does not go out. */
const withMailFields = (alert: Alert): Alert => ({ ...{ mailDueAt: null, mailedAt: null }, ...alert })

const MOST_TRIES = 50

export async function openInboxStore(store: Store): Promise<InboxStore> {
  const kept = await store.collection(inboxSpec)
  const never = '1970-01-01T00:00:00.000Z' as Instant

  const inboxes: InboxStore = {
    async read(tenant, person) {
      const found = await kept.get(tenant, person)
      const empty = emptyInbox(tenant, person, never)
      return found ? { ...empty, ...found, alerts: found.alerts.map(withMailFields) } : empty
    },

    async change(tenant, person, decide) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = await inboxes.read(tenant, person)
        const after = decide(before)
        if (after === before) return before
        const { version, ...draft } = after
        const saved = await (version === 0 ? kept.insert(draft).catch(nullIfTaken) : kept.replace(after))
        if (saved) return saved
      }
      throw new Refusal('conflict', 'alerts/changed-meanwhile')
    },

    async remove(tenant, person) {
      await kept.delete(tenant, person)
    },

    async toSend(now, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'sends', range: { to: now }, limit })
      return items.map(({ tenant, id }) => ({ tenant: tenant as TenantId, person: id as StaffId }))
    },

    async changedSince(since, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'changed', range: { from: since }, limit })
      return items.map(({ tenant, id, version, changedAt }) => ({
        tenant: tenant as TenantId,
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

/** When an inbox has something to send; while a mail is on its way, the next waits. */
export const sendsAt = ({ mail, alerts }: Pick<Inbox, 'mail' | 'alerts'>): Instant | null =>
  mail
    ? mail.nextTryAt
    : alerts.reduce<Instant | null>(
        (first, { mailDueAt }) => (mailDueAt && (!first || mailDueAt < first) ? mailDueAt : first),
        null,
      )
