import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import {
  foundByKeyVersion,
  type KeyHolder,
  ownKeyHolder,
  sealBinder,
  withoutOwnKeys,
} from '../../storage/key-holder.ts'
import type { Place, TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, withOwnKey } from '../../storage/vault.ts'
import { type BookRow, type OldBook, unknownBook } from './old-book.ts'

/** The importer, the time and the number of rows are readable; the name of the file and its words are sealed. */
export interface KeptOldBook extends Kept, Omit<OldBook, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<OldBook['content']>
}

const byKeyVersion = foundByKeyVersion<KeptOldBook>(({ key }) => [key])

export const oldBookSpec: CollectionSpec<KeptOldBook> = {
  name: 'oldBooks',
  keys: {
    ...byKeyVersion.keys,
    number: ({ number }) => number,
    workAt: ({ state, nextAt }) => (state === 'running' || state === 'undoing' ? nextAt : null),
    endsAt: ({ state, nextAt }) => (state === 'open' || state === 'reading' ? nextAt : null),
  },
  indexes: {
    ...byKeyVersion.indexes,
    number: { on: ['number'], unique: true },
    work: { on: ['workAt'], acrossTenants: true },
    ends: { on: ['endsAt'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

/** It is sealed under the key of the import. */
export interface KeptBookPage extends Kept {
  readonly at: Instant
  readonly rows: Sealed<readonly BookRow[]>
}

export const bookPageSpec: CollectionSpec<KeptBookPage> = {
  name: 'oldBookPages',
  keys: { at: ({ at }) => at },
  indexes: { at: { on: ['at'], acrossTenants: true } },
}

/** Rows are kept only until the import is over. */
export interface OldBookStore {
  /** It gets the next number of the tenant. */
  add(book: Omit<OldBook, 'version' | 'number' | 'key'>): Promise<OldBook>
  /** @throws Refusal `old-book/unknown`, also if it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<OldBook>
  /** The newest comes first. */
  list(tenant: TenantId, limit: number): Promise<readonly OldBook[]>
  /** Imports of all tenants to be continued now. */
  due(now: Instant, limit: number): Promise<readonly OldBook[]>
  /** Abandoned imports of all tenants. */
  leftOpen(now: Instant, limit: number): Promise<readonly OldBook[]>
  /** @throws Refusal `old-book/unknown`, and what `decide` throws */
  change(tenant: TenantId, id: string, decide: (book: OldBook) => OldBook): Promise<OldBook>
  /** Writes only if nobody wrote since it was read. @returns `null` if somebody did */
  replace(book: OldBook): Promise<OldBook | null>
  remove(book: OldBook): Promise<void>
  putPage(
    book: Pick<OldBook, 'tenant' | 'id' | 'key' | 'begunAt'>,
    sheet: number,
    page: number,
    rows: readonly BookRow[],
  ): Promise<void>
  /** `null` means that it was removed. */
  page(book: OldBook, sheet: number, page: number): Promise<readonly BookRow[] | null>
  /** The caller changes their key when it saves the import afterwards. */
  dropPages(book: Pick<OldBook, 'tenant' | 'id' | 'content'>): Promise<void>
  /** Deletes rows that a dead process left from before then. */
  sweepPages(before: Instant): Promise<number>
  readonly keyHolder: KeyHolder
  readonly pageHolder: KeyHolder
}

const rowsAt = (unit: TenantId, id: string): Place => ({ unit, collection: 'oldBookPages', id, field: 'rows' })

const pageId = (id: string, sheet: number, page: number): string => `${id}-${sheet}-${page}`
const bookOfPage = (id: string): string => id.replace(/-\d+-\d+$/, '')

export async function openOldBookStore(store: Store, vault: Vault): Promise<OldBookStore> {
  const kept = await store.collection(oldBookSpec)
  const own = withOwnKey('oldBooks', vault)
  const content = sealContent<OldBook, KeptOldBook>('oldBooks', vault)
  const pages = await store.collection(bookPageSpec)

  const books = sealedDocuments<OldBook, KeptOldBook>(
    kept,
    content,
    unknownBook,
    () => new Refusal('conflict', 'old-book/wrong-state'),
  )

  return {
    get: books.get,
    change: books.change,
    replace: books.replace,

    async add(book) {
      const whole: OldBook = { ...book, number: 0, version: 0, key: await own.newKey(book.tenant, book.id) }
      const { version: _, ...draft } = await content.seal(whole)
      const { tenant } = book
      const { number, version } = await kept.insertNext('number', { tenant }, (next) => ({ ...draft, number: next }))
      return { ...whole, number, version }
    },

    list: (tenant, limit) => books.list(tenant, { index: 'number', order: 'descending', limit }),

    due: (now, limit) => books.listAcrossTenants({ index: 'work', range: { to: now }, limit }),

    leftOpen: (now, limit) => books.listAcrossTenants({ index: 'ends', range: { to: now }, limit }),

    async remove({ tenant, id }) {
      await kept.delete(tenant, id)
    },

    async putPage({ tenant, id, key, begunAt: at }, sheet, page, rows) {
      await pages.insert({
        tenant,
        id: pageId(id, sheet, page),
        at,
        rows: await vault.seal(own.keyOf({ tenant, id, key }), rowsAt(tenant, pageId(id, sheet, page)), rows),
      })
    },

    async page(book, sheet, page) {
      const found = await pages.get(book.tenant, pageId(book.id, sheet, page))
      if (!found) return null
      return await vault.open(own.keyOf(book), rowsAt(book.tenant, found.id), found.rows)
    },

    async dropPages({ tenant, id, content }) {
      for (const [sheet, { pages: most }] of content.sheets.entries()) {
        for (let page = 0; page < most; page++) await pages.delete(tenant, pageId(id, sheet, page))
      }
    },

    sweepPages: (before) => pages.deleteAcrossTenants('at', { to: before }, 200),

    keyHolder: ownKeyHolder('oldBooks', kept, vault, 'content'),
    pageHolder: withoutOwnKeys(
      sealBinder(pages, vault, async (page, renewal) => {
        const book = await kept.get(page.tenant, bookOfPage(page.id))
        if (!book) return page
        const place = rowsAt(page.tenant, page.id)
        return { ...page, rows: await renewal.seal(own.keyOf(book), place, page.rows) }
      }),
    ),
  }
}
