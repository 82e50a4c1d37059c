import type { Actor } from '../../case/shape/history.ts'
import type { BookState, RowRefusal } from '../../offices/old-book-vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import {
  foundByKeyVersion,
  type KeyHolder,
  ownKeyHolder,
  sealBinder,
  withoutOwnKeys,
} from '../../storage/key-holder.ts'
import type { Place, StaffId, TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'
import type { Layout } from './book-layout.ts'
import type { Reading } from './read-row.ts'

/** The row number counts from 1. */
export type BookRow = readonly [row: number, cells: readonly string[]]

/** It is stored sealed, a page of rows per document. */
export interface BookSheet {
  readonly name: string
  /** Empty rows are not counted. */
  readonly rows: number
  readonly pages: number
  readonly layout: Layout
  /** The first rows, so that people can pick the headings. */
  readonly head: readonly BookRow[]
}

/** A batch is counted once, whatever died in between. */
export interface BookProgress {
  readonly pages: number
  readonly rows: number
  readonly taken: number
  readonly refused: number
  readonly skipped: number
  /** Cases that were removed by an undo, and those that stayed because somebody works on them. */
  readonly takenBack: number
  readonly kept: number
}

export const noProgress: BookProgress = {
  ...{ pages: 0, rows: 0, taken: 0, refused: 0, skipped: 0 },
  ...{ takenBack: 0, kept: 0 },
}

/** It holds nothing of the row's content. */
export interface RefusedRow {
  readonly row: number
  readonly code: RowRefusal
}

/** Rows beyond this are only counted. */
export const MOST_LISTED = 1_000

/** Words and rows are sealed under the import's own key, which changes when they are removed. */
export interface OldBook {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  /** It counts the imports of the tenant, from 1. */
  readonly number: number
  readonly by: StaffId
  readonly state: BookState
  readonly begunAt: Instant
  /** When it continues, or is resumed if its process died; an open one ends at this time. */
  readonly nextAt: Instant
  readonly progress: BookProgress
  readonly key: WrappedKey
  readonly content: {
    readonly fileName: string
    readonly by: Actor
    readonly sheets: readonly BookSheet[]
    readonly reading: Reading | null
    readonly refusedRows: readonly RefusedRow[]
    readonly keptCases: readonly string[]
    readonly undoReason: string | null
  }
}

/** An abandoned file is removed after this time. */
export const STAYS_OPEN = 7 * DAY

/** How long one process has it to itself; each finished batch renews it. */
const LEASE = 2 * MINUTE

export const unknownBook = () => new Refusal('not-found', 'old-book/unknown')
const wrongState = (state: BookState) => new Refusal('conflict', 'old-book/wrong-state', { state })

export function refuseUnlessOpen({ state }: Pick<OldBook, 'state'>): void {
  if (state !== 'open') throw wrongState(state)
}

export function startImport(book: OldBook, reading: Reading, rows: number, at: Instant): OldBook {
  refuseUnlessOpen(book)
  const progress = { ...noProgress, rows }
  return { ...book, state: 'running', nextAt: at, progress, content: { ...book.content, reading } }
}

export function startUndo(book: OldBook, reason: string, at: Instant): OldBook {
  if (book.state !== 'done') throw wrongState(book.state)
  return { ...book, state: 'undoing', nextAt: at, content: { ...book.content, undoReason: reason, keptCases: [] } }
}

const atWork = (state: BookState): boolean => state === 'running' || state === 'undoing'

/** `null` means that it must not run now. */
export const leaseImport = (book: OldBook, at: Instant): OldBook | null =>
  atWork(book.state) && book.nextAt <= at ? { ...book, nextAt: plusMilliseconds(at, LEASE) } : null

export interface Batch {
  readonly taken: number
  readonly notTaken: readonly RefusedRow[]
}

const isSkip = ({ code }: RefusedRow): boolean => code === 'already-there' || code === 'twice-in-file'

export function countPage(book: OldBook, { taken, notTaken }: Batch, at: Instant): OldBook {
  const { progress, content } = book
  const skipped = notTaken.filter(isSkip).length
  return {
    ...book,
    nextAt: plusMilliseconds(at, LEASE),
    progress: {
      ...progress,
      pages: progress.pages + 1,
      taken: progress.taken + taken,
      skipped: progress.skipped + skipped,
      refused: progress.refused + notTaken.length - skipped,
    },
    content: { ...content, refusedRows: [...content.refusedRows, ...notTaken].slice(0, MOST_LISTED) },
  }
}

/** @param kept numbers of cases that stay */
export const countRemoved = (book: OldBook, gone: number, kept: readonly string[], at: Instant): OldBook => ({
  ...book,
  nextAt: plusMilliseconds(at, LEASE),
  progress: {
    ...book.progress,
    takenBack: book.progress.takenBack + gone,
    kept: book.progress.kept + kept.length,
  },
  content: { ...book.content, keptCases: [...book.content.keptCases, ...kept].slice(0, MOST_LISTED) },
})

/** The rows are removed; the result stays, under another key. */
export const endImport = (
  book: OldBook,
  state: Extract<BookState, 'done' | 'undone' | 'ended'>,
  key: WrappedKey,
): OldBook => ({
  ...book,
  state,
  key,
  content: {
    ...book.content,
    sheets: [],
    reading: null,
  },
})

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
  add(book: Omit<OldBook, 'version' | 'number' | 'key'>): Promise<OldBook>
  get(tenant: TenantId, id: string): Promise<OldBook>
  /** The newest comes first. */
  list(tenant: TenantId, limit: number): Promise<readonly OldBook[]>
  due(now: Instant, limit: number): Promise<readonly OldBook[]>
  leftOpen(now: Instant, limit: number): Promise<readonly OldBook[]>
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
