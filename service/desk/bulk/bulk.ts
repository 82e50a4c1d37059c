import type { BulkAct, BulkState } from '../../offices/act-vocabulary.ts'
import { type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'
import type { ReadySeries } from '../series/series-runs.ts'

export type BulkOrder =
  | { readonly act: 'dispatch'; readonly handler: string; readonly instruction?: string | undefined }
  | { readonly act: 'note'; readonly text: string }
  | { readonly act: 'message'; readonly text: string }
  | { readonly act: 'explain-delay'; readonly newDate: string; readonly reason: string }
  | { readonly act: 'set-label'; readonly label: string; readonly on: boolean }
  | ({ readonly act: 'series' } & ReadySeries)

/** A series is asked for by its id, and ordered as it stands then. */
export type AskedBulk = Exclude<BulkOrder, { act: 'series' }> | { readonly act: 'series'; readonly series: string }

/** Nothing is done in this time, because what a reporter or a colleague has read could not really be taken back. */
export const undoWindow = {
  dispatch: 30 * SECOND,
  note: 30 * SECOND,
  message: 2 * MINUTE,
  'explain-delay': 2 * MINUTE,
  'set-label': 30 * SECOND,
  series: 2 * MINUTE,
} as const satisfies Record<BulkAct, number>

/** It is `null` while the case waits; a refusal has its code. */
export type BulkResult = null | { readonly done: true } | { readonly refused: string }

export interface BulkCase {
  readonly number: string
  /** The revision that the person saw; a case that changed since is left alone. */
  readonly revision: number
  readonly result: BulkResult
}

export interface Bulk {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly by: StaffId
  readonly cause?: string | null
  readonly state: BulkState
  readonly orderedAt: Instant
  /** When it begins, or is resumed if its process died. */
  readonly nextAt: Instant
  readonly key: WrappedKey
  readonly content: { readonly order: BulkOrder | null; readonly act: BulkAct; readonly cases: readonly BulkCase[] }
}

export const unknownBulk = () => new Refusal('not-found', 'bulk/unknown')

/** How long one process has it to itself; each finished case renews it. */
const LEASE = MINUTE

export function cancelBulk(bulk: Bulk): Bulk {
  if (bulk.state === 'undone') return bulk
  if (bulk.state !== 'waiting') throw new Refusal('conflict', 'bulk/begun')
  return { ...bulk, state: 'undone', content: { ...bulk.content, order: null } }
}

export function skipBulkWait(bulk: Bulk, at: Instant): Bulk {
  if (bulk.state !== 'waiting') throw new Refusal('conflict', 'bulk/begun')
  return { ...bulk, nextAt: at }
}

/** `null` means that it must not run now. */
export const leaseBulk = (bulk: Bulk, at: Instant): Bulk | null =>
  (bulk.state === 'waiting' || bulk.state === 'running') && bulk.nextAt <= at
    ? { ...bulk, state: 'running', nextAt: plusMilliseconds(at, LEASE) }
    : null

/** After the last case the texts are removed, because the cases have them. */
export function settleBulkCase(bulk: Bulk, number: string, result: BulkResult, at: Instant): Bulk {
  const cases = bulk.content.cases.map((one) =>
    one.number === number && one.result === null ? { ...one, result } : one,
  )
  const isOver = cases.every((one) => one.result !== null)
  return {
    ...bulk,
    state: isOver ? 'done' : bulk.state,
    nextAt: plusMilliseconds(at, LEASE),
    content: { ...bulk.content, cases, order: isOver ? null : bulk.content.order },
  }
}

/** Its author and its time are readable; the act and the cases are sealed. */
export interface KeptBulk extends Kept, Omit<Bulk, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<Bulk['content']>
}

const byKeyVersion = foundByKeyVersion<KeptBulk>(({ key }) => [key])

export const bulkSpec: CollectionSpec<KeptBulk> = {
  name: 'bulks',
  keys: {
    ...byKeyVersion.keys,
    nextAt: ({ state, nextAt }) => (state === 'waiting' || state === 'running' ? nextAt : null),
    orderedAt: ({ orderedAt }) => orderedAt,
  },
  indexes: {
    ...byKeyVersion.indexes,
    next: { on: ['nextAt'], acrossTenants: true },
    ordered: { on: ['orderedAt'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

export interface BulkStore {
  add(bulk: Omit<Bulk, 'version' | 'key'>): Promise<Bulk>
  get(tenant: TenantId, id: string): Promise<Bulk>
  due(now: Instant, limit: number): Promise<readonly Bulk[]>
  change(tenant: TenantId, id: string, decide: (bulk: Bulk) => Bulk): Promise<Bulk>
  /** Writes only if nobody wrote since it was read. @returns `null` if somebody did */
  replace(bulk: Bulk): Promise<Bulk | null>
  forget(before: Instant): Promise<number>
  readonly keyHolder: KeyHolder
}

export async function openBulkStore(store: Store, vault: Vault): Promise<BulkStore> {
  const kept = await store.collection(bulkSpec)
  const own = withOwnKey('bulks', vault)
  const bulks = sealedDocuments<Bulk, KeptBulk>(
    kept,
    sealContent('bulks', vault),
    unknownBulk,
    () => new Refusal('conflict', 'bulk/begun'),
  )

  return {
    get: bulks.get,
    change: bulks.change,
    replace: bulks.replace,

    async add(bulk) {
      return bulks.insert({ ...bulk, version: 0, key: await own.newKey(bulk.tenant, bulk.id) })
    },

    due: (now, limit) => bulks.listAcrossTenants({ index: 'next', range: { to: now }, limit }),

    forget: (before) => kept.deleteAcrossTenants('ordered', { to: before }, 500),

    keyHolder: ownKeyHolder('bulks', kept, vault, 'content'),
  }
}
