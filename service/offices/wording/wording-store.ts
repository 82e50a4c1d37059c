import { Refusal } from '../../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { slotNamed, type WordingSlot, type WordingVersion, wordingId, wordingSlots } from './unit-wording.ts'

/** The newest version is last; `id` is the slot. It contains nothing about any person. */
export interface KeptWording extends Kept {
  readonly versions: readonly WordingVersion[]
}

export const wordingSpec: CollectionSpec<KeptWording> = {
  name: 'noticeWordings',
  readOften: true,
  keys: { slot: ({ id }) => id },
  indexes: { slot: { on: ['slot'] } },
}

export interface WordingStore {
  /** It is empty if the tenant never chose a text for the slot. */
  versions(tenant: TenantId, slot: WordingSlot): Promise<readonly WordingVersion[]>
  list(
    tenant: TenantId,
  ): Promise<readonly { readonly slot: WordingSlot; readonly versions: readonly WordingVersion[] }[]>
  /** @throws Refusal `wording/changed-meanwhile` if somebody else saved in between, and what `decide` throws */
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
