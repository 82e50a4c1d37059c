import { marksIn, textOfMarks } from '../../case/store/tenant-guards.ts'
import type { AnnouncedFile } from '../../offices/channels/provider-news.ts'
import type { ArrivalState, IgnoreReason, InboundChannel } from '../../offices/notice-vocabulary.ts'
import type { GuardMark } from '../../offices/staff/permissions.ts'
import type { FileRefusal } from '../../offices/vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Page, type Store, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Sealing, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

/** The file waits in the tenant's held evidence. */
export interface ArrivedFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

export interface RefusedFile {
  readonly name: string
  readonly why: FileRefusal
}

/** It is sealed as one piece under a key of the message. */
export interface ArrivalContent {
  /** The provider's own id, by which the rest is fetched. */
  readonly providerId: string
  /** An e-mail address in lower case, or country code and digits. */
  readonly from: string | null
  readonly fromName: string | null
  readonly recipients: readonly string[]
  readonly subject: string
  readonly refersTo: string
  readonly text: string
  /** Quoted text and signature below the message. */
  readonly quoted: string
  readonly media: readonly AnnouncedFile[]
  /** It is read from the provider's clock. */
  readonly sentAt?: Instant
  readonly files: readonly ArrivedFile[]
  readonly refused: readonly RefusedFile[]
  /** The case that we know it answers; for a draft, the case that it could not join. */
  readonly answers: string | null
  /** A number that the writer mentions, which proves nothing. */
  readonly mentions: string | null
  readonly discardedBecause: string | null
  /** Why its sender counts as proven; without it they do not. */
  readonly proof?: SenderProof
  /** The sender passed the limit of the day with it, so nothing of it was kept. */
  readonly isOverLimit?: true
}

/**
 * `code`: it held number and tracking code. `sender`: the provider, or our own mail server, vouches for the sender.
 * `denied`: our own mail server says that the sender is forged.
 */
export type SenderProof = 'code' | 'sender' | 'denied'

export interface Arrival {
  readonly tenant: TenantId
  /** A keyed hash of the channel and the provider's id, so that repeats have the same id. */
  readonly id: string
  readonly version: number
  readonly channel: InboundChannel
  readonly arrivedAt: Instant
  readonly state: ArrivalState
  readonly ignoredFor: IgnoreReason | null
  /** It is `null` once the message is settled. */
  readonly nextTryAt: Instant | null
  readonly tries: number
  /** Keyed hashes of sender and text, by which floods and repeats are recognised. */
  readonly senderMark: string | null
  readonly messageMark: string | null
  /** People from whom it is kept, because it names them. */
  readonly marks: readonly GuardMark[]
  /** The sealed file of the whole mail, if the provider sent it. */
  readonly rawId: string | null
  readonly acknowledgedAt: Instant | null
  /** When it is destroyed; `null` if only an officer destroys it. */
  readonly forgetAt: Instant | null
  readonly key: WrappedKey
  readonly content: ArrivalContent
}

/** Ignored and discarded messages are kept this long. */
export const KEPT_FOR = 30 * DAY

/** Repeats are recognised this long. */
const KNOWN_FOR = 90 * DAY

const waits = [2 * SECOND, 20 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 360 * MINUTE, DAY] as const

/** The message after a failed try; `null` if it is left to a person as it is. */
export function scheduleRetry(arrival: Arrival, at: Instant): Arrival | null {
  const wait = waits[arrival.tries]
  return wait === undefined ? null : { ...arrival, tries: arrival.tries + 1, nextTryAt: plusMilliseconds(at, wait) }
}

const settled = { nextTryAt: null } as const

export const ignoreArrival = (arrival: Arrival, ignoredFor: IgnoreReason, at: Instant): Arrival => ({
  ...arrival,
  ...settled,
  state: 'ignored',
  ignoredFor,
  forgetAt: plusMilliseconds(at, KEPT_FOR),
})

export const makeDraft = (arrival: Arrival, marks: readonly GuardMark[]): Arrival => ({
  ...arrival,
  ...settled,
  state: 'draft',
  ignoredFor: null,
  marks,
  forgetAt: null,
})

/** Keeps only that the message came, because its content is elsewhere now. @param key a new one; the old one goes */
export const dropContent = (
  arrival: Arrival,
  state: 'on_case' | 'completed' | 'attached',
  key: WrappedKey,
  at: Instant,
) =>
  ({
    ...arrival,
    ...settled,
    state,
    marks: [],
    forgetAt: plusMilliseconds(at, KNOWN_FOR),
    key,
    content: emptyContent,
  }) satisfies Arrival

export const discardArrival = (arrival: Arrival, because: string, at: Instant): Arrival => ({
  ...arrival,
  ...settled,
  state: 'discarded',
  forgetAt: plusMilliseconds(at, KEPT_FOR),
  content: { ...arrival.content, discardedBecause: because },
})

export function resumeArrival(arrival: Arrival): Arrival {
  refuseUnlessIn(arrival, ['ignored', 'discarded'])
  return { ...makeDraft(arrival, arrival.marks), content: { ...arrival.content, discardedBecause: null } }
}

export function refuseUnlessIn({ state }: Arrival, allowed: readonly ArrivalState[]): void {
  if (!allowed.includes(state)) throw new Refusal('conflict', 'inbound/settled')
}

const emptyContent: ArrivalContent = {
  providerId: '',
  from: null,
  fromName: null,
  recipients: [],
  subject: '',
  refersTo: '',
  text: '',
  quoted: '',
  media: [],
  files: [],
  refused: [],
  answers: null,
  mentions: null,
  discardedBecause: null,
}

export const unknownArrival = () => new Refusal('not-found', 'inbound/unknown')

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
  get(tenant: TenantId, id: string): Promise<Arrival>
  /** Newest first. */
  list(tenant: TenantId, state: ArrivalState, page: Paging): Promise<Page<Arrival>>
  replace(arrival: Arrival): Promise<Arrival>
  /** Decides on the current state, whatever others write meanwhile. */
  change(tenant: TenantId, id: string, decide: (arrival: Arrival) => Arrival | Promise<Arrival>): Promise<Arrival>
  claimDue(now: Instant, leaseUntil: Instant): Promise<Arrival | null>
  countFrom(tenant: TenantId, senderMark: string, since: Instant, most: number): Promise<number>
  countDrafts(tenant: TenantId, since: Instant, most: number): Promise<number>
  lastAcknowledged(tenant: TenantId, senderMark: string, since: Instant): Promise<Instant | null>
  alike(tenant: TenantId, messageMark: string): Promise<readonly string[]>
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
