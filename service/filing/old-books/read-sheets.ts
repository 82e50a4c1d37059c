import type { BookRow } from './old-book.ts'

/** What a file holds, in its order: the name of a sheet, then its rows that are not empty. */
export type SheetPart = { readonly sheet: string } | { readonly rows: readonly BookRow[] }

/**
 * Reads a spreadsheet or a text with separators, known by their bytes.
 * @throws Refusal `old-book/unreadable`, `old-book/not-a-table`, `old-book/old-format`, `old-book/too-many-rows`,
 * `old-book/too-large`
 */
export type ReadSheets = (file: Uint8Array) => AsyncIterable<SheetPart>

/** Why a file is not read; each is the end of a code of a refusal. */
export const sheetRefusals = ['unreadable', 'not-a-table', 'old-format', 'too-many-rows', 'too-large'] as const
export type SheetRefusal = (typeof sheetRefusals)[number]

/** Of a file, of all its sheets together, and of a row. */
export const bookLimits = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 200, sheets: 50 } as const

/** The reader met something that it does not go on with. */
export class SheetRefused extends Error {
  readonly why: SheetRefusal

  constructor(why: SheetRefusal) {
    super(why)
    this.why = why
  }
}
