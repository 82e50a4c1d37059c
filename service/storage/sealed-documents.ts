import type { Refusal } from '../shared/refusal.ts'
import type { Collection, Kept, Page, Query } from './collection.ts'
import { type Keyed, withOwnKey } from './own-key.ts'
import type { SealedField, WithOwnKey } from './place.ts'
import type { TenantId } from './tenant-id.ts'
import type { Sealed, Vault } from './vault.ts'

type WithKey = Kept & Keyed

type WithContent = { [C in WithOwnKey]: 'content' extends SealedField<C> ? C : never }[WithOwnKey]

export interface Sealing<D, K> {
  open(found: K): Promise<D>
  seal(document: D): Promise<K>
}

/** Seals `content` under the document's own key; the other fields stay readable. */
export function sealContent<
  D extends WithKey & { readonly content: unknown },
  K extends WithKey & { readonly content: Sealed<D['content']> },
>(collection: WithContent, vault: Pick<Vault, 'newKey' | 'seal' | 'open'>): Sealing<D, K> {
  const own = withOwnKey(collection, vault)
  return {
    open: async (found) => ({ ...found, content: await own.open(found, 'content', found.content) }) as WithKey as D,
    seal: async (document) =>
      ({ ...document, content: await own.seal(document, 'content', document.content) }) as WithKey as K,
  }
}

const MOST_TRIES = 20

/**
 * Opens what a collection keeps sealed, and seals what it is given.
 * @param unknown refuses a document that is not there, or belongs to another tenant
 * @param changedMeanwhile refuses a change that others overtook each time
 */
export function sealedDocuments<D extends Kept, K extends Kept>(
  kept: Collection<K>,
  { open, seal }: Sealing<D, K>,
  unknown: () => Refusal,
  changedMeanwhile: () => Refusal,
) {
  const openAll = (found: readonly K[]): Promise<readonly D[]> => Promise.all(found.map(open))

  const documents = {
    open,

    async insert(document: D): Promise<D> {
      const { version: _, ...draft } = await seal(document)
      return { ...document, version: (await kept.insert(draft)).version }
    },

    async find(tenant: TenantId, id: string): Promise<D | null> {
      const found = await kept.get(tenant, id)
      return found && open(found)
    },

    async get(tenant: TenantId, id: string): Promise<D> {
      const found = await documents.find(tenant, id)
      if (!found) throw unknown()
      return found
    },

    async page(tenant: TenantId, query: Query): Promise<Page<D>> {
      const { items, nextCursor } = await kept.find(tenant, query)
      return { items: await openAll(items), nextCursor }
    },

    list: async (tenant: TenantId, query: Query): Promise<readonly D[]> =>
      openAll((await kept.find(tenant, query)).items),

    listAcrossTenants: async (query: Query): Promise<readonly D[]> =>
      openAll((await kept.findAcrossTenants(query)).items),

    /** Writes only if nobody wrote since it was read. @returns `null` if somebody did */
    async replace(document: D): Promise<D | null> {
      const saved = await kept.replace(await seal(document))
      return saved && { ...document, version: saved.version }
    },

    /** Decides on the current state, whatever others write meanwhile. */
    async change(tenant: TenantId, id: string, decide: (document: D) => D | Promise<D>): Promise<D> {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = await documents.get(tenant, id)
        const after = await decide(before)
        const saved = after === before ? before : await documents.replace(after)
        if (saved) return saved
      }
      throw changedMeanwhile()
    },
  }
  return documents
}
