import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Page, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Sealed, Vault } from '../../storage/vault.ts'
import { type Destruction, type DestructionContent, unknownDestruction } from './destruction.ts'

export interface KeptDestruction extends Kept, Omit<Destruction, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<DestructionContent>
}

const byKeyVersion = foundByKeyVersion<KeptDestruction>(({ key }) => [key])

export const destructionSpec: CollectionSpec<KeptDestruction> = {
  name: 'destructions',
  keys: {
    ...byKeyVersion.keys,
    series: ({ series }) => series,
    sequence: ({ sequence }) => sequence,
    startedAt: ({ startedAt }) => startedAt,
    unfinishedSince: ({ startedAt, finishedAt }) => (finishedAt ? null : startedAt),
  },
  indexes: {
    ...byKeyVersion.indexes,
    series: { on: ['series', 'sequence'], unique: true },
    started: { on: ['startedAt'] },
    unfinished: { on: ['unfinishedSince'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

export type NewDestruction = Omit<Destruction, 'version' | 'number' | 'sequence' | 'key'>

export interface DestructionStore {
  /**
   * Gives it the next number of its year.
   * @throws UniqueViolation `id` where its approval already led to one
   */
  add(destruction: NewDestruction, numberOf: (sequence: number) => string): Promise<Destruction>
  /** @throws Refusal `destruction/unknown`, also when it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Destruction>
  /**
   * The newest comes first.
   * @throws InvalidCursor
   */
  list(tenant: TenantId, page: { readonly after?: string; readonly limit: number }): Promise<Page<Destruction>>
  unfinished(limit: number): Promise<readonly Destruction[]>
  change(tenant: TenantId, id: string, decide: (destruction: Destruction) => Destruction): Promise<Destruction>
  readonly keyHolder: KeyHolder
}

const MOST_TRIES = 20

export async function openDestructionStore(store: Store, vault: Vault): Promise<DestructionStore> {
  const kept = await store.collection(destructionSpec)
  const own = withOwnKey('destructions', vault)

  async function opened({ content, ...outline }: KeptDestruction): Promise<Destruction> {
    const tenant = outline.tenant
    return { ...outline, tenant, content: await own.open(outline, 'content', content) }
  }

  const destructions: DestructionStore = {
    async add({ content, ...outline }, numberOf) {
      const { tenant, series } = outline
      const keyed = { ...outline, key: await own.newKey(tenant, outline.id) }
      const draft = { ...keyed, content: await own.seal(keyed, 'content', content) }
      const added = await kept.insertNext('series', { tenant, series }, (sequence) => ({
        ...draft,
        sequence,
        number: numberOf(sequence),
      }))
      return { ...added, tenant, content }
    },

    async get(tenant, id) {
      const found = await kept.get(tenant, id)
      if (!found) throw unknownDestruction()
      return opened(found)
    },

    async list(tenant, { after, limit }) {
      const query = { index: 'started', order: 'descending', limit, ...(after && { after }) } as const
      const { items, nextCursor } = await kept.find(tenant, query)
      return { items: await Promise.all(items.map(opened)), nextCursor }
    },

    async unfinished(limit) {
      const { items } = await kept.findAcrossTenants({ index: 'unfinished', limit })
      return Promise.all(items.map(opened))
    },

    async change(tenant, id, decide) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = await destructions.get(tenant, id)
        const after = decide(before)
        if (after === before) return before
        const content = await own.seal(after, 'content', after.content)
        const saved = await kept.replace({ ...after, content })
        if (saved) return { ...after, version: saved.version }
      }
      throw new Refusal('conflict', 'approval/changed-meanwhile')
    },

    keyHolder: ownKeyHolder('destructions', kept, vault, 'content'),
  }
  return destructions
}
