import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Page, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
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
   * @param behind numbers up to this one are left out
   * @throws UniqueViolation `id` where its approval already led to one
   */
  add(destruction: NewDestruction, numberOf: (sequence: number) => string, behind?: number): Promise<Destruction>
  /** @throws Refusal `destruction/unknown`, also when it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Destruction>
  /**
   * The newest comes first.
   * @throws InvalidCursor
   */
  list(tenant: TenantId, page: { readonly after?: string; readonly limit: number }): Promise<Page<Destruction>>
  listUnfinished(limit: number): Promise<readonly Destruction[]>
  change(tenant: TenantId, id: string, decide: (destruction: Destruction) => Destruction): Promise<Destruction>
  readonly keyHolder: KeyHolder
}

export async function openDestructionStore(store: Store, vault: Vault): Promise<DestructionStore> {
  const kept = await store.collection(destructionSpec)
  const own = withOwnKey('destructions', vault)

  const destructions = sealedDocuments<Destruction, KeptDestruction>(
    kept,
    sealContent('destructions', vault),
    unknownDestruction,
    () => new Refusal('conflict', 'approval/changed-meanwhile'),
  )

  return {
    get: destructions.get,
    change: destructions.change,

    async add({ content, ...outline }, numberOf, behind) {
      const { tenant, series } = outline
      const keyed = { ...outline, key: await own.newKey(tenant, outline.id) }
      const draft = { ...keyed, content: await own.seal(keyed, 'content', content) }
      const numbered = (sequence: number) => ({ ...draft, sequence, number: numberOf(sequence) })
      const added = await kept.insertNext('series', { tenant, series }, numbered, behind)
      return { ...added, tenant, content }
    },

    list: (tenant, { after, limit }) =>
      destructions.page(tenant, { index: 'started', order: 'descending', limit, ...(after && { after }) }),

    listUnfinished: (limit) => destructions.listAcrossTenants({ index: 'unfinished', limit }),

    keyHolder: ownKeyHolder('destructions', kept, vault, 'content'),
  }
}
