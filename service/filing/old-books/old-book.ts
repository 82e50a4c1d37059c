import type { Actor } from '../../case/shape/history.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { BookState, RowRefusal } from '../../offices/vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { WrappedKey } from '../../storage/vault.ts'
import type { Layout } from './guess-layout.ts'
import type { Reading } from './read-row.ts'

/** A row as it was read: where it stood, from 1, and its cells. */
export type BookRow = readonly [row: number, cells: readonly string[]]

/** A sheet as it lies sealed, a page of rows a document. */
export interface BookSheet {
  readonly name: string
  /** Rows, empty ones left out. */
  readonly rows: number
  readonly pages: number
  readonly layout: Layout
  /** The first rows, so that headings can be picked by eye. */
  readonly head: readonly BookRow[]
}

/** How far it came. A batch is counted once, whatever died in between. */
export interface BookProgress {
  /** Pages of the sheet that are done. */
  readonly pages: number
  readonly rows: number
  readonly taken: number
  readonly refused: number
  readonly skipped: number
  /** Cases that were taken back, and such as stayed because somebody works on them. */
  readonly takenBack: number
  readonly kept: number
}

export const noProgress: BookProgress = {
  ...{ pages: 0, rows: 0, taken: 0, refused: 0, skipped: 0 },
  ...{ takenBack: 0, kept: 0 },
}

/** A row that was not taken: where, and why. Nothing of what stood there. */
export interface RefusedRow {
  readonly row: number
  readonly code: RowRefusal
}

/** Rows that are told one by one when it is over; the others are counted. */
export const MOST_TOLD = 1_000

/** The import of one old register. Its words and rows are sealed under its own key, which changes when they are let go. */
export interface OldBook {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  /** Counts the imports of the unit, from 1. */
  readonly number: number
  readonly by: StaffId
  readonly state: BookState
  readonly begunAt: Instant
  /** When it is gone on with, or looked for again where the process that does it died; an open one: when it ends by itself. */
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

/** A file that nobody went on with is let go after so long. */
export const STAYS_OPEN = 7 * DAY

/** How long one process has it to itself; each batch that is done renews it. */
const LEASE = 2 * MINUTE

export const unknownBook = () => new Refusal('not-found', 'old-book/unknown')
const wrongState = (state: BookState) => new Refusal('conflict', 'old-book/wrong-state', { state })

/** @throws Refusal `old-book/wrong-state` */
export function refuseUnlessOpen({ state }: Pick<OldBook, 'state'>): void {
  if (state !== 'open') throw wrongState(state)
}

/** @throws Refusal `old-book/wrong-state` */
export function started(book: OldBook, reading: Reading, rows: number, at: Instant): OldBook {
  refuseUnlessOpen(book)
  const progress = { ...noProgress, rows }
  return { ...book, state: 'running', nextAt: at, progress, content: { ...book.content, reading } }
}

/** All of it is to be taken back. @throws Refusal `old-book/wrong-state` */
export function goingBack(book: OldBook, reason: string, at: Instant): OldBook {
  if (book.state !== 'done') throw wrongState(book.state)
  return { ...book, state: 'undoing', nextAt: at, content: { ...book.content, undoReason: reason, keptCases: [] } }
}

const atWork = (state: BookState): boolean => state === 'running' || state === 'undoing'

/** Taken by one process; `null` where it is not to be done now. */
export const takenUp = (book: OldBook, at: Instant): OldBook | null =>
  atWork(book.state) && book.nextAt <= at ? { ...book, nextAt: plusMilliseconds(at, LEASE) } : null

/** What a batch of rows came to. */
export interface Batch {
  readonly taken: number
  readonly notTaken: readonly RefusedRow[]
}

const isSkip = ({ code }: RefusedRow): boolean => code === 'already-there' || code === 'twice-in-file'

/** A page of rows more is done. */
export function pageDone(book: OldBook, { taken, notTaken }: Batch, at: Instant): OldBook {
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
    content: { ...content, refusedRows: [...content.refusedRows, ...notTaken].slice(0, MOST_TOLD) },
  }
}

/** Another batch of cases was taken back. @param kept numbers of cases that stay */
export const someTakenBack = (book: OldBook, gone: number, kept: readonly string[], at: Instant): OldBook => ({
  ...book,
  nextAt: plusMilliseconds(at, LEASE),
  progress: {
    ...book.progress,
    takenBack: book.progress.takenBack + gone,
    kept: book.progress.kept + kept.length,
  },
  content: { ...book.content, keptCases: [...book.content.keptCases, ...kept].slice(0, MOST_TOLD) },
})

/** The rows are let go; what happened stays, under another key. */
export const over = (
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
