import { marksIn, textOfMarks } from '../../case/store/tenant-guards.ts'
import type { ArrivalState } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Page, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Sealing, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, withOwnKey } from '../../storage/vault.ts'
import { type Arrival, type ArrivalContent, unknownArrival } from './arrival.ts'

/** Time, channel and state are readable; the sender and the content are sealed. */
export interface KeptArrival extends Kept, Omit<Arrival, 'tenant' | 'id' | 'version' | 'content' | 'marks'> {
  readonly content: Sealed<ArrivalContent>
  /** Earlier versions did not seal them. */
  readonly marks: Sealed | Arrival['marks']
}

const byKeyVersion = foundByKeyVersion<KeptArrival>(({ key }) => [key])

export const arrivalSpec: CollectionSpec<KeptArrival> = {
  name: 'arrivals',
  keys: {
    ...byKeyVersion.keys,
    state: ({ state }) => state,
    arrivedAt: ({ arrivedAt }) => arrivedAt,
    nextTryAt: ({ nextTryAt }) => nextTryAt,
    senderMark: ({ senderMark }) => senderMark,
    messageMark: ({ messageMark }) => messageMark,
    forgetAt: ({ forgetAt }) => forgetAt,
  },
  indexes: {
    ...byKeyVersion.indexes,
    state: { on: ['state', 'arrivedAt'] },
    due: { on: ['nextTryAt'], acrossTenants: true },
    sender: { on: ['senderMark', 'arrivedAt'] },
    message: { on: ['messageMark', 'arrivedAt'] },
    forget: { on: ['forgetAt'], acrossTenants: true },
  },
  counted: [...byKeyVersion.counted],
}

interface Paging {
  readonly after?: string
  readonly limit: number
}

/** Each tenant sees its own messages. */
export interface ArrivalStore {
  /** Resolves after the durable write. @returns false if it came before */
  add(arrival: Omit<Arrival, 'version'>): Promise<boolean>
  isKnown(tenant: TenantId, id: string): Promise<boolean>
  /** @throws Refusal `inbound/unknown`, also if it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Arrival>
  /** Newest first. @throws InvalidCursor */
  list(tenant: TenantId, state: ArrivalState, page: Paging): Promise<Page<Arrival>>
  /** @throws Refusal `inbound/changed-meanwhile` if somebody else changed it */
  replace(arrival: Arrival): Promise<Arrival>
  /** Decides on the current state, whatever others write meanwhile. @throws what `decide` throws */
  change(tenant: TenantId, id: string, decide: (arrival: Arrival) => Arrival | Promise<Arrival>): Promise<Arrival>
  /** Claims one waiting message until `leaseUntil`; `null` if there is none. */
  claimDue(now: Instant, leaseUntil: Instant): Promise<Arrival | null>
  /** Counts up to `most`. */
  countFrom(tenant: TenantId, senderMark: string, since: Instant, most: number): Promise<number>
  /** Counts up to `most`, over all senders. */
  countDrafts(tenant: TenantId, since: Instant, most: number): Promise<number>
  /** The time of the latest acknowledgement to a sender. */
  lastAcknowledged(tenant: TenantId, senderMark: string, since: Instant): Promise<Instant | null>
  /** The messages with equal text. */
  alike(tenant: TenantId, messageMark: string): Promise<readonly string[]>
  /** Expired messages of all tenants. */
  past(now: Instant, limit: number): Promise<readonly Arrival[]>
  remove(tenant: TenantId, id: string): Promise<void>
  readonly keyHolder: KeyHolder
}

const CANDIDATES = 5
const RECENT = 200

/** @param onAdded runs once a message is durably there */
export async function openArrivalStore(store: Store, vault: Vault, onAdded: () => void): Promise<ArrivalStore> {
  const kept = await store.collection(arrivalSpec)
  const arrivals = sealedDocuments<Arrival, KeptArrival>(
    kept,
    sealContentAndMarks(vault),
    unknownArrival,
    changedMeanwhile,
  )

  const recentFrom = (tenant: TenantId, senderMark: string, since: Instant, limit: number) =>
    kept.find(tenant, { index: 'sender', where: { senderMark }, range: { from: since }, order: 'descending', limit })

  return {
    get: arrivals.get,
    change: arrivals.change,

    async add(arrival) {
      try {
        await arrivals.insert({ ...arrival, version: 0 })
        onAdded()
        return true
      } catch (cause) {
        if (cause instanceof UniqueViolation) return false
        throw cause
      }
    },

    isKnown: async (tenant, id) => (await kept.get(tenant, id)) !== null,

    list: (tenant, state, page) =>
      arrivals.page(tenant, { index: 'state', where: { state }, order: 'descending', ...page }),

    async replace(arrival) {
      const saved = await arrivals.replace(arrival)
      if (!saved) throw changedMeanwhile()
      return saved
    },

    async claimDue(now, leaseUntil) {
      const { items } = await kept.findAcrossTenants({ index: 'due', range: { to: now }, limit: CANDIDATES })
      for (const one of items) {
        const claimed = await kept.replace({ ...one, nextTryAt: leaseUntil })
        if (claimed) return arrivals.open(claimed)
      }
      return null
    },

    countFrom: async (tenant, senderMark, since, most) =>
      (await recentFrom(tenant, senderMark, since, most)).items.length,

    async countDrafts(tenant, since, most) {
      const query = { index: 'state', where: { state: 'draft' }, range: { from: since }, limit: most } as const
      return (await kept.find(tenant, query)).items.length
    },

    async lastAcknowledged(tenant, senderMark, since) {
      const { items } = await recentFrom(tenant, senderMark, since, RECENT)
      return items.find(({ acknowledgedAt }) => acknowledgedAt !== null)?.acknowledgedAt ?? null
    },

    async alike(tenant, messageMark) {
      const { items } = await kept.find(tenant, { index: 'message', where: { messageMark }, limit: 10 })
      return items.map(({ id }) => id)
    },

    past: (now, limit) => arrivals.listAcrossTenants({ index: 'forget', range: { to: now }, limit }),

    async remove(tenant, id) {
      await kept.delete(tenant, id)
    },

    keyHolder: ownKeyHolder('arrivals', kept, vault, 'content'),
  }
}

function sealContentAndMarks(vault: Vault): Sealing<Arrival, KeptArrival> {
  const own = withOwnKey('arrivals', vault)
  return {
    open: async ({ content, marks, ...outline }) => ({
      ...outline,
      marks: typeof marks === 'string' ? marksIn(await own.open(outline, 'marks', marks)) : marks,
      content: await own.open(outline, 'content', content),
    }),
    seal: async ({ content, marks, ...outline }) => ({
      ...outline,
      marks: await own.seal(outline, 'marks', textOfMarks(marks)),
      content: await own.seal(outline, 'content', content),
    }),
  }
}

const changedMeanwhile = () => new Refusal('conflict', 'inbound/changed-meanwhile')
