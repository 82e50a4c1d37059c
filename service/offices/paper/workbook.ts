import type { Day, Instant } from '../../shared/instant.ts'
import type { OfficePaper } from './office-paper.ts'

export type Cell = string | number | { readonly day: Day } | null

export interface Column {
  readonly heading: string
  /** The width is counted in characters. */
  readonly width: number
}

/** Rows are produced as the writer takes them, so that a long table is never in memory whole. */
export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>

export interface Sheet {
  readonly name: string
  readonly above: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: Rows
}

export interface Workbook {
  readonly title: string
  readonly createdAt: Instant
  readonly sheets: readonly [Sheet, ...Sheet[]]
}

/** It writes while the spreadsheet is sent. */
export type WriteWorkbook = (workbook: Workbook) => AsyncIterable<Uint8Array>

/** A long table on landscape paper. */
export interface TablePaper
  extends Pick<OfficePaper, 'language' | 'createdAt' | 'letterhead' | 'title' | 'number' | 'lead' | 'page'> {
  readonly columns: readonly Column[]
  readonly rows: AsyncIterable<readonly string[]>
}

/** It makes a tagged PDF that repeats the table's head on every page. */
export type RenderTable = (paper: TablePaper) => Promise<Uint8Array>

/**
 * Makes text that no spreadsheet takes for a formula: what begins like one, also in full-width characters, gets an
 * apostrophe before it, as spreadsheets themselves mark text. Invisible characters are removed.
 */
export function defuseFormula(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return /^\s*[=+\-@|%]/u.test(plain.normalize('NFKC')) ? `'${plain}` : plain
}
