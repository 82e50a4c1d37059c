import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, withOwnKey } from '../../storage/vault.ts'
import { type Bulk, unknownBulk } from './bulk.ts'

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
  /** @throws Refusal `bulk/unknown`, also if it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Bulk>
  /** Bulk actions of all tenants that must run now. */
  due(now: Instant, limit: number): Promise<readonly Bulk[]>
  /** @throws Refusal `bulk/unknown`, and what `decide` throws */
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
