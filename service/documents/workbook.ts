import type { Day, Instant } from '../shared/instant.ts'
import type { OfficePaper } from './office-paper.ts'

/** Text, a number, a day as `{ day }`; `null`: nothing. */
export type Cell = string | number | { readonly day: Day } | null

export interface Column {
  readonly heading: string
  /** In letters. */
  readonly width: number
}

/** Rows come as the writer takes them, so that a long table is nowhere whole. */
export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>

export interface Sheet {
  readonly name: string
  /** Lines above the table. */
  readonly above: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: Rows
}

/** A spreadsheet, sheet by sheet. */
export interface Workbook {
  readonly title: string
  readonly createdAt: Instant
  readonly sheets: readonly [Sheet, ...Sheet[]]
}

/** Writes a spreadsheet while it is sent. */
export type WriteWorkbook = (workbook: Workbook) => AsyncIterable<Uint8Array>

/** A long table on paper, across the page. */
export interface TablePaper
  extends Pick<OfficePaper, 'language' | 'createdAt' | 'letterhead' | 'title' | 'number' | 'lead' | 'page'> {
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly string[]>
}

/** Sets a table as a tagged PDF whose head is said again on every page. */
export type RenderTable = (paper: TablePaper) => Promise<Uint8Array>

/**
 * Text that no spreadsheet takes for a formula: what begins like one, in full-width signs too, gets an apostrophe before
 * it, as spreadsheets themselves mark text. Signs that nobody sees are dropped.
 */
export function defused(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return /^\s*[=+\-@|%]/u.test(plain.normalize('NFKC')) ? `'${plain}` : plain
}
