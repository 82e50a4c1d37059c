import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { Place, TenantId } from '../../storage/place.ts'
import type { Sealed, Vault } from '../../storage/vault.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { NamedPage, OlderPage, PageName } from '../shape/correspondence.ts'
import type { Notice } from '../shape/notice.ts'
import { caseKeyOf } from './case-seals.ts'

/** A page is sealed under the key of its case, so destroying that key destroys the page. */
export interface KeptCasePage extends Kept {
  readonly case: string
  readonly content: Sealed<OlderPage>
}

export const casePageSpec: CollectionSpec<KeptCasePage> = {
  name: 'casePages',
  keys: { case: (page) => page.case },
  indexes: { ofCase: { on: ['case'] } },
}

type Outline = Pick<Complaint, 'id' | 'key'> & { readonly tenant: TenantId }

export interface OlderPageStore {
  put(complaint: Complaint, pages: readonly NamedPage[]): Promise<void>
  get(complaint: Complaint, name: PageName): Promise<OlderPage | null>
  /**
   * Returns the pages that the case names, oldest first. Pages that a crashed process left unnamed are not included.
   */
  all(complaint: Complaint): Promise<readonly OlderPage[]>
  /**
   * Changes a notice on a page, for late news from a provider or an officer.
   * @param change returns `null` for a notice that is back in the case, which is then removed from its page
   * @returns the notice, or `null` where it is on no page
   */
  changeNotice(outline: Outline, noticeId: string, change: (notice: Notice) => Notice | null): Promise<Notice | null>
  /** Deletes all pages of a destroyed case; it can be repeated. */
  drop(tenant: TenantId, number: string): Promise<void>
}

const AT_ONCE = 50

const contentAt = (unit: TenantId, id: string): Place => ({ unit, collection: 'casePages', id, field: 'content' })

const idOf = (number: string, name: PageName): string => `${number}.${name}`

export async function openOlderPages(store: Store, vault: Pick<Vault, 'seal' | 'open'>): Promise<OlderPageStore> {
  const kept = await store.collection(casePageSpec)

  const openPage = async (complaint: Outline, { id, content }: KeptCasePage): Promise<OlderPage> =>
    await vault.open(caseKeyOf(complaint), contentAt(complaint.tenant, id), content)

  async function* ofCase(tenant: TenantId, number: string): AsyncGenerator<KeptCasePage> {
    for (let after: string | null = null; ; ) {
      const query = { index: 'ofCase', where: { case: number }, limit: AT_ONCE, ...(after && { after }) }
      const { items, nextCursor } = await kept.find(tenant, query)
      yield* items
      if (!nextCursor) return
      after = nextCursor
    }
  }

  return {
    async put(complaint, pages) {
      const { tenant, id: number } = complaint
      for (const { name, page } of pages) {
        const id = idOf(number, name)
        const content = await vault.seal(caseKeyOf(complaint), contentAt(tenant, id), page)
        try {
          await kept.insert({ tenant, id, case: number, content })
        } catch (cause) {
          // Another process read the same version and wrote the same page.
          if (!(cause instanceof UniqueViolation)) throw cause
        }
      }
    },

    async get(complaint, name) {
      const page = await kept.get(complaint.tenant, idOf(complaint.id, name))
      return page?.case === complaint.id ? openPage(complaint, page) : null
    },

    async all(complaint) {
      const { older } = complaint.dossier
      if (!older) return []
      const found = new Map<string, KeptCasePage>()
      for await (const page of ofCase(complaint.tenant, complaint.id)) found.set(page.id, page)
      const pages: OlderPage[] = []
      for (let name: PageName | null = older.newest; name; ) {
        const page = found.get(idOf(complaint.id, name))
        if (!page) throw new Error(`A page of case ${complaint.id} is missing.`)
        const content = await openPage(complaint, page)
        pages.push(content)
        name = content.previous
      }
      return pages.toReversed()
    },

    async changeNotice(outline, noticeId, change) {
      const tenant = outline.tenant
      for await (const found of ofCase(tenant, outline.id)) {
        for (let page: KeptCasePage | null = found; page; page = await kept.get(tenant, page.id)) {
          const content = await openPage(outline, page)
          const before = content.notices.find(({ id }) => id === noticeId)
          if (!before) break
          const after = change(before)
          if (after === before) return before
          const notices = content.notices.flatMap((notice) => (notice === before ? (after ?? []) : notice))
          const sealed = await vault.seal(caseKeyOf(outline), contentAt(tenant, page.id), { ...content, notices })
          if (await kept.replace({ ...page, content: sealed })) return after
        }
      }
      return null
    },

    async drop(tenant, number) {
      for await (const { id } of ofCase(tenant, number)) await kept.delete(tenant, id)
    },
  }
}
