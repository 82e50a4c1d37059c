import { Refusal } from '../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../storage/key-holder.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../storage/vault.ts'
import type { RegisterFilter } from './register-filter.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly filter: RegisterFilter
}

export type ViewOwner = StaffId | '-unit'

export interface ViewList {
  readonly revision: number
  readonly views: readonly SavedView[]
}

/** Names and search words can reveal people, so they are sealed. */
interface KeptViews extends Kept {
  readonly key: WrappedKey
  readonly views: Sealed<readonly SavedView[]>
}

const byKeyVersion = foundByKeyVersion<KeptViews>(({ key }) => [key])

export const savedViewSpec: CollectionSpec<KeptViews> = { name: 'savedViews', ...byKeyVersion }

export interface SavedViewStore {
  list(tenant: TenantId, owner: ViewOwner): Promise<ViewList>
  /**
   * Replaces the list that was read.
   * @throws Refusal `view/changed-meanwhile`
   */
  save(tenant: TenantId, owner: ViewOwner, list: ViewList): Promise<void>
  readonly keyHolder: KeyHolder
}

export async function openSavedViews(store: Store, vault: Vault): Promise<SavedViewStore> {
  const kept = await store.collection(savedViewSpec)
  const own = withOwnKey('savedViews', vault)
  const changedMeanwhile = () => new Refusal('conflict', 'view/changed-meanwhile')

  return {
    async list(tenant, owner) {
      const found = await kept.get(tenant, owner)
      if (!found) return { revision: 0, views: [] }
      return { revision: found.version, views: await own.open(found, 'views', found.views) }
    },

    async save(tenant, owner, { revision, views }) {
      const keyed = { tenant, id: owner, key: await own.newKey(tenant, owner) }
      const draft = { ...keyed, views: await own.seal(keyed, 'views', views) }
      if (revision > 0) {
        if (await kept.replace({ ...draft, version: revision })) return
      } else if (await tryInsert(() => kept.insert(draft))) return
      throw changedMeanwhile()
    },

    keyHolder: ownKeyHolder('savedViews', kept, vault, 'views'),
  }
}

async function tryInsert(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert()
    return true
  } catch (cause) {
    if (cause instanceof UniqueViolation) return false
    throw cause
  }
}
