import type { RowRefusal, RowWarning } from '../../offices/old-book-vocabulary.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { refuseClosing } from '../../offices/tenants/tenant-directory.ts'
import type { Instant } from '../../shared/instant.ts'
import { entriesOf } from '../../shared/records.ts'
import { type FieldProblem, Refusal, refuseField } from '../../shared/refusal.ts'
import { type BookRow, type BookSheet, type OldBook, refuseUnlessOpen, startImport, startUndo } from './old-book.ts'
import { type BookOffice, bookOf, markOfRow, ownBook } from './old-cases.ts'
import { type Reading, type ReadRow, readRow } from './read-row.ts'

export interface SeenRow {
  readonly cells: readonly string[]
  readonly read: ReadRow
}

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

export const rowsBelow = (rows: readonly BookRow[], headingRow: number): readonly BookRow[] =>
  rows.filter(([row]) => row > headingRow)

/** Yields all rows, a page at a time, and marks those that are twice in the file or were imported before. */
export async function* readThrough(
  { oldBooks, complaints, vault, yieldTurn }: BookOffice,
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

const SHOWN = 20

export async function previewBook(
  ports: BookOffice,
  staff: StaffMember,
  tenant: Tenant,
  id: string,
  reading: Reading,
): Promise<readonly SeenRow[]> {
  const book = await ownBook(ports, staff, id)
  const { pages } = sheetRead(book, tenant, reading)
  const now = ports.now()
  const seen: SeenRow[] = []
  for (let page = 0; page < pages && seen.length < SHOWN; page++) {
    const rows = (await ports.oldBooks.page(book, reading.sheet, page)) ?? []
    for (const [row, cells] of rowsBelow(rows, reading.headingRow)) {
      seen.push({ cells, read: readRow(cells, row, reading, tenant.settings, now) })
    }
  }
  return seen.slice(0, SHOWN)
}

export interface UnknownWord {
  readonly field: 'category' | 'status' | 'channel'
  readonly word: string
  readonly rows: number
}

export interface BookCheck {
  readonly rows: number
  readonly ready: number
  readonly warned: number
  readonly refused: number
  readonly skipped: number
  readonly problems: readonly { readonly code: RowRefusal | RowWarning; readonly rows: number }[]
  readonly unknown: readonly UnknownWord[]
}

const MOST_UNKNOWN = 60

export async function checkBook(
  ports: BookOffice,
  staff: StaffMember,
  tenant: Tenant,
  id: string,
  reading: Reading,
): Promise<BookCheck> {
  const book = await ownBook(ports, staff, id)
  sheetRead(book, tenant, reading)
  const problems = new Map<RowRefusal | RowWarning, number>()
  const unknown = new Map<string, UnknownWord>()
  let [rows, ready, warned, refused, skipped] = [0, 0, 0, 0, 0]
  for await (const page of readThrough(ports, book, tenant, reading, ports.now())) {
    for (const { read } of page) {
      rows++
      for (const code of read.refused ? [read.refused] : read.warnings)
        problems.set(code, (problems.get(code) ?? 0) + 1)
      for (const [field, word] of entriesOf(read.unknown)) {
        const key = `${field} ${word}`
        unknown.set(key, { field, word, rows: (unknown.get(key)?.rows ?? 0) + 1 })
      }
      if (read.refused === 'already-there' || read.refused === 'twice-in-file') skipped++
      else if (read.refused) refused++
      else if (read.warnings.length > 0) warned++
      else ready++
    }
  }
  return {
    ...{ rows, ready, warned, refused, skipped },
    problems: [...problems].map(([code, times]) => ({ code, rows: times })),
    unknown: [...unknown.values()].toSorted((one, other) => other.rows - one.rows).slice(0, MOST_UNKNOWN),
  }
}

/** The rows are returned as they came. */
export async function rowsNotTaken(
  ports: BookOffice,
  staff: StaffMember,
  tenant: Tenant,
  id: string,
  reading: Reading,
): Promise<{ readonly headings: readonly string[]; readonly rows: AsyncIterable<SeenRow> }> {
  const book = await ownBook(ports, staff, id)
  const { head } = sheetRead(book, tenant, reading)
  async function* notTaken() {
    for await (const page of readThrough(ports, book, tenant, reading, ports.now())) {
      yield* page.filter(({ read }) => read.refused !== null)
    }
  }
  return { headings: head.find(([row]) => row === reading.headingRow)?.[1] ?? [], rows: notTaken() }
}

/** From here on the import continues by itself. */
export async function startBook(
  ports: BookOffice,
  staff: StaffMember,
  tenant: Tenant,
  id: string,
  reading: Reading,
): Promise<OldBook> {
  const book = await ownBook(ports, staff, id)
  refuseClosing(tenant)
  const { head, rows } = sheetRead(book, tenant, reading)
  const above = head.filter(([row]) => row <= reading.headingRow).length
  const detail = `#${book.number} ${rows - above}`
  await ports.record(staff.tenant, { by: staff.id, act: 'old_book.started', subject: null, detail })
  return ports.oldBooks.change(staff.tenant, id, (before) => startImport(before, reading, rows - above, ports.now()))
}

/** Removes all cases except those on which somebody works. The reason is logged. */
export async function undoBook(ports: BookOffice, staff: StaffMember, id: string, reason: string): Promise<OldBook> {
  const book = await bookOf(ports, staff, id)
  // A refusal comes before the log entry.
  startUndo(book, reason, ports.now())
  const detail = `#${book.number}: ${reason}`
  await ports.record(staff.tenant, { by: staff.id, act: 'old_book.undone', subject: null, detail })
  return ports.oldBooks.change(staff.tenant, id, (before) => startUndo(before, reason, ports.now()))
}
