import type { RowRefusal, RowWarning } from '../../offices/old-book-vocabulary.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { entriesOf } from '../../shared/records.ts'
import { readThrough, rowsBelow, type SeenRow, sheetRead } from './read-book.ts'
import { type Reading, readRow } from './read-row.ts'
import { type OldBookPorts, ownBook } from './take-book.ts'

const SHOWN = 20

/** @throws Refusal those of `ownBook` and `sheetRead` */
export async function previewBook(
  ports: OldBookPorts,
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
  /** Rows without a warning. */
  readonly ready: number
  readonly warned: number
  readonly refused: number
  readonly skipped: number
  readonly problems: readonly { readonly code: RowRefusal | RowWarning; readonly rows: number }[]
  readonly unknown: readonly UnknownWord[]
}

const MOST_UNKNOWN = 60

/** @throws Refusal those of `ownBook` and `sheetRead` */
export async function checkBook(
  ports: OldBookPorts,
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

/** The rows are returned as they came. @throws Refusal those of `ownBook` and `sheetRead` */
export async function rowsNotTaken(
  ports: OldBookPorts,
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
