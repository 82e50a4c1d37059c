import type { Actor } from '../../case/shape/history.ts'
import type { BookState, RowRefusal } from '../../offices/old-book-vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { WrappedKey } from '../../storage/vault.ts'
import type { Layout } from './guess-layout.ts'
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
  /** Pages of the sheet that are done. */
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

/** @throws Refusal `old-book/wrong-state` */
export function refuseUnlessOpen({ state }: Pick<OldBook, 'state'>): void {
  if (state !== 'open') throw wrongState(state)
}

/** @throws Refusal `old-book/wrong-state` */
export function startImport(book: OldBook, reading: Reading, rows: number, at: Instant): OldBook {
  refuseUnlessOpen(book)
  const progress = { ...noProgress, rows }
  return { ...book, state: 'running', nextAt: at, progress, content: { ...book.content, reading } }
}

/** @throws Refusal `old-book/wrong-state` */
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
