import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { Place, TenantId } from '../../storage/place.ts'
import type { LaidKey, Sealed, Vault } from '../../storage/vault.ts'
import { type CasePaper, MOST_PAPERS, type PaperContent } from './case-paper.ts'

/** Case, state and number are readable; the text is sealed. */
export interface KeptPaper extends Kept, Omit<CasePaper, 'tenant' | 'id' | 'version' | 'content'> {
  /** It opens with the case's key only; `null` once the case was destroyed. */
  readonly content: Sealed<PaperContent> | null
}

export const paperSpec: CollectionSpec<KeptPaper> = {
  name: 'papers',
  keys: {
    number: ({ number }) => number,
    createdAt: ({ createdAt }) => createdAt,
    series: ({ finished }) => finished?.series ?? null,
    sequence: ({ finished }) => finished?.sequence ?? null,
  },
  indexes: {
    case: { on: ['number', 'createdAt'] },
    series: { on: ['series', 'sequence'], unique: true },
  },
}

export const contentAt = ({ tenant, id }: { readonly tenant: TenantId; readonly id: string }): Place => ({
  unit: tenant,
  collection: 'papers',
  id,
  field: 'content',
})

/** Each tenant sees its own papers. They have no keys: their texts open with the key of their case. */
export interface PaperStore {
  add(paper: Omit<CasePaper, 'version'>, caseKey: LaidKey): Promise<CasePaper>
  find(tenant: TenantId, id: string): Promise<KeptPaper | null>
  /** @throws Error for what another key sealed */
  open(kept: KeptPaper, caseKey: LaidKey): Promise<CasePaper>
  /** @returns `null` if somebody else wrote first, or took the number in its series first */
  replace(paper: CasePaper, caseKey: LaidKey): Promise<CasePaper | null>
  nextIn(tenant: TenantId, series: string): Promise<number>
  /** The oldest comes first. */
  ofCase(tenant: TenantId, number: string): Promise<readonly KeptPaper[]>
  /** Only numbers, days and states are left of a destroyed case's papers. */
  strip(tenant: TenantId, number: string): Promise<void>
}

export async function openPaperStore(store: Store, vault: Pick<Vault, 'open' | 'seal'>): Promise<PaperStore> {
  const kept = await store.collection(paperSpec)
  const papers: PaperStore = {
    async add({ content, ...outline }, caseKey) {
      const added = await kept.insert({ ...outline, content: await vault.seal(caseKey, contentAt(outline), content) })
      return { ...outline, content, version: added.version }
    },

    find: (tenant, id) => kept.get(tenant, id),

    async open({ content, ...outline }, caseKey) {
      const tenant = outline.tenant
      if (!content) throw new Error('The papers of a destroyed case have no words.')
      return { ...outline, tenant, content: await vault.open(caseKey, contentAt(outline), content) }
    },

    async replace({ content, ...outline }, caseKey) {
      const sealed = await vault.seal(caseKey, contentAt(outline), content)
      try {
        const saved = await kept.replace({ ...outline, content: sealed })
        return saved && { ...outline, content, version: saved.version }
      } catch (cause) {
        if (cause instanceof UniqueViolation) return null
        throw cause
      }
    },

    async nextIn(tenant, series) {
      const query = { index: 'series', where: { series }, order: 'descending', limit: 1 } as const
      const { items } = await kept.find(tenant, query)
      return (items[0]?.finished?.sequence ?? 0) + 1
    },

    ofCase: async (tenant, number) =>
      // Two people who begin at the same moment may both find room.
      (await kept.find(tenant, { index: 'case', where: { number }, limit: 2 * MOST_PAPERS })).items,

    async strip(tenant, number) {
      for (const { id } of await papers.ofCase(tenant, number)) {
        for (let found = await kept.get(tenant, id); found; found = await kept.get(tenant, id)) {
          if (found.content === null || (await kept.replace({ ...found, content: null }))) break
        }
      }
    },
  }
  return papers
}
