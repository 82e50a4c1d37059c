import type { BookRow } from './old-book.ts'

/** The name of each sheet comes first, then its rows that are not empty. */
export type SheetPart = { readonly sheet: string } | { readonly rows: readonly BookRow[] }

/**
 * Reads a spreadsheet or a text with separators, recognised by their bytes.
 * @throws Refusal `old-book/unreadable`, `old-book/not-a-table`, `old-book/old-format`, `old-book/too-many-rows`,
 * `old-book/too-large`
 */
export type ReadSheets = (file: Uint8Array) => AsyncIterable<SheetPart>

/** Each is the end of a refusal's code. */
export const sheetRefusals = ['unreadable', 'not-a-table', 'old-format', 'too-many-rows', 'too-large'] as const
export type SheetRefusal = (typeof sheetRefusals)[number]

/** Bytes and sheets of a file, rows of all its sheets, columns of a row. */
export const bookLimits = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 200, sheets: 50 } as const

export class SheetRefused extends Error {
  readonly why: SheetRefusal

  constructor(why: SheetRefusal) {
    super(why)
    this.why = why
  }
}
