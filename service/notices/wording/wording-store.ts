import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import { slotNamed, type WordingSlot, type WordingVersion, wordingId, wordingSlots } from './unit-wording.ts'

/** One text of a unit with its versions, the newest last, under its slot. Says nothing of any person. */
export interface KeptWording extends Kept {
  readonly versions: readonly WordingVersion[]
}

export const wordingSpec: CollectionSpec<KeptWording> = {
  name: 'noticeWordings',
  keys: { slot: ({ id }) => id },
  indexes: { slot: { on: ['slot'] } },
}

/** The words that units have chosen for their notices. */
export interface WordingStore {
  /** None where the unit never chose words for the slot. */
  versions(tenant: TenantId, slot: WordingSlot): Promise<readonly WordingVersion[]>
  /** All slots for which the unit ever chose words. */
  list(
    tenant: TenantId,
  ): Promise<readonly { readonly slot: WordingSlot; readonly versions: readonly WordingVersion[] }[]>
  /**
   * Loads, decides, saves. @throws Refusal `wording/changed-meanwhile` where somebody else saved in between, and what
   * `decide` throws
   */
  change(
    tenant: TenantId,
    slot: WordingSlot,
    decide: (versions: readonly WordingVersion[]) => Promise<readonly WordingVersion[]>,
  ): Promise<readonly WordingVersion[]>
}

export async function openWordingStore(store: Store): Promise<WordingStore> {
  const kept = await store.collection(wordingSpec)

  return {
    versions: async (tenant, slot) => (await kept.get(tenant, wordingId(slot)))?.versions ?? [],

    async list(tenant) {
      const { items } = await kept.find(tenant, { index: 'slot', limit: wordingSlots.length })
      return items.flatMap(({ id, versions }) => {
        const slot = slotNamed(id)
        return slot ? [{ slot, versions }] : []
      })
    },

    async change(tenant, slot, decide) {
      const id = wordingId(slot)
      const found = await kept.get(tenant, id)
      const before = found?.versions ?? []
      const versions = await decide(before)
      if (versions === before) return before
      const saved = found
        ? await kept.replace({ ...found, versions })
        : await kept.insert({ tenant, id, versions }).catch(lost)
      if (!saved) throw changedMeanwhile()
      return versions
    },
  }
}

function lost(error: unknown): null {
  if (error instanceof UniqueViolation) return null
  throw error
}

export const changedMeanwhile = () => new Refusal('conflict', 'wording/changed-meanwhile')
