import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import { type FieldProblem, Refusal, refuseField } from '../../shared/refusal.ts'
import { type BookRow, type BookSheet, type OldBook, refuseUnlessOpen } from './old-book.ts'
import type { OldBookStore } from './old-book-store.ts'
import { markOfRow } from './old-case.ts'
import { type Reading, type ReadRow, readRow } from './read-row.ts'

export interface SeenRow {
  readonly cells: readonly string[]
  readonly read: ReadRow
}

/** @throws Refusal `old-book/wrong-state`, `request/invalid`, `category/unknown` */
export function sheetRead(book: OldBook, { settings }: Tenant, reading: Reading): BookSheet {
  refuseUnlessOpen(book)
  const sheet = book.content.sheets[reading.sheet]
  const { columns, meanings, otherwise } = reading
  const missing: FieldProblem[] = [
    ...(sheet ? [] : [{ path: 'sheet', code: 'unknown' }]),
    ...(columns.receivedOn === undefined ? [{ path: 'columns.receivedOn', code: 'required' }] : []),
    ...(columns.subject === undefined && columns.story === undefined
      ? [{ path: 'columns.story', code: 'required' }]
      : []),
  ]
  if (!sheet || missing.length > 0) throw new Refusal('invalid', 'request/invalid', {}, missing)
  const known = settings.categories.flatMap(({ code, active }) => (active ? [code] : []))
  const named = [otherwise.category, ...Object.values(meanings.category)]
  if (!named.every((code) => known.includes(code))) {
    throw refuseField('category/unknown', 'otherwise.category', 'unknown')
  }
  return sheet
}

/** Rows below the headings. */
export const rowsBelow = (rows: readonly BookRow[], headingRow: number): readonly BookRow[] =>
  rows.filter(([row]) => row > headingRow)

interface BookReaderPorts {
  readonly oldBooks: Pick<OldBookStore, 'page'>
  readonly complaints: {
    knownFilings(tenant: OldBook['tenant'], hashes: readonly string[]): Promise<ReadonlySet<string>>
  }
  readonly vault: { hasher(tenant: OldBook['tenant'], purpose: 'filing'): Promise<(text: string) => string> }
  readonly yieldTurn: () => Promise<void>
}

/** Yields all rows, a page at a time, and marks those that are twice in the file or were imported before. */
export async function* readThrough(
  { oldBooks, complaints, vault, yieldTurn }: BookReaderPorts,
  book: OldBook,
  { settings }: Tenant,
  reading: Reading,
  now: Instant,
): AsyncGenerator<readonly SeenRow[]> {
  const hash = await vault.hasher(book.tenant, 'filing')
  const pages = book.content.sheets[reading.sheet]?.pages ?? 0
  const marks = new Set<string>()
  for (let page = 0; page < pages; page++) {
    const rows = (await oldBooks.page(book, reading.sheet, page)) ?? []
    const read = rowsBelow(rows, reading.headingRow).map(([row, cells]) => {
      const one = readRow(cells, row, reading, settings, now)
      return { cells, read: one, mark: one.found && hash(markOfRow(one.found)) }
    })
    const there = await complaints.knownFilings(
      book.tenant,
      read.flatMap(({ mark }) => mark ?? []),
    )
    yield read.map(({ cells, read: one, mark }) => {
      if (!mark) return { cells, read: one }
      const refused = there.has(mark) ? 'already-there' : marks.has(mark) ? 'twice-in-file' : null
      marks.add(mark)
      return { cells, read: refused ? { ...one, refused, warnings: [], unknown: {}, found: null } : one }
    })
    await yieldTurn()
  }
}
