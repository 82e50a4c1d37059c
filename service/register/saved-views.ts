import type { Office } from '../case/office/office.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { Refusal } from '../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../storage/key-holder.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../storage/vault.ts'
import { countCases } from './figure-lists.ts'
import type { RegisterFilter, SearchedOn } from './register-filter.ts'

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
  /** Replaces the list that was read. */
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

export interface ViewOffice extends Office {
  readonly savedViews: SavedViewStore
}

export type CountedView = SavedView & { readonly count: number | null }
interface CountedList {
  readonly revision: number
  readonly views: readonly CountedView[]
}

export interface ViewLists {
  readonly own: CountedList
  readonly shared: CountedList
}

/** People with this permission answer for the tenant's work, so they decide on shared views. */
const TO_SHARE = 'cases.approve'

export async function listViews(ports: ViewOffice, staff: StaffMember): Promise<ViewLists> {
  requirePermission(staff, 'cases.read')
  const { savedViews, tenants, now } = ports
  const { calendar, categories } = (await tenants.get(staff.tenant)).settings
  const asked: SearchedOn = { now: now(), calendar, categories }
  const countViews = async ({ revision, views }: ViewList): Promise<CountedList> => ({
    revision,
    views: await Promise.all(
      views.map(async (view) => ({ ...view, count: await countCases(ports, staff, view.filter, asked) })),
    ),
  })
  const [own, shared] = await Promise.all([
    savedViews.list(staff.tenant, staff.id),
    savedViews.list(staff.tenant, '-unit'),
  ])
  return { own: await countViews(own), shared: await countViews(shared) }
}

/** Replaces the list that was read, which covers adding, renaming, moving and removing views. */
export async function saveViews(
  ports: ViewOffice,
  staff: StaffMember,
  whose: keyof ViewLists,
  list: ViewList,
): Promise<ViewLists> {
  requirePermission(staff, whose === 'shared' ? TO_SHARE : 'cases.read')
  await ports.savedViews.save(staff.tenant, whose === 'shared' ? '-unit' : staff.id, list)
  return listViews(ports, staff)
}
