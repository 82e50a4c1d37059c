import { actorOf, type CaseActionPorts } from '../../case/access/case-actions.ts'
import type { PaperStore } from '../../keeping/papers/paper-store.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { refuseClosing } from '../../offices/tenants/tenant-directory.ts'
import { HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { withOwnKey } from '../../storage/vault.ts'
import { guessLayout, LOOKED_AT } from './guess-layout.ts'
import { type BookRow, type BookSheet, endImport, noProgress, type OldBook, STAYS_OPEN } from './old-book.ts'
import type { OldBookStore } from './old-book-store.ts'
import type { ReadSheets } from './read-sheets.ts'

export interface OldBookPorts extends CaseActionPorts {
  readonly oldBooks: OldBookStore
  readonly readSheets: ReadSheets
  readonly staff: StaffDirectory
  readonly papers: PaperStore
  readonly yieldTurn: () => Promise<void>
}

export interface BookFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Open files of one tenant at once. */
const MOST_OPEN = 5
const READING_LASTS = HOUR

/**
 * The file is read at once and not kept: only its rows are stored, sealed, until the import is over. @throws Refusal
 * `staff/not-permitted`, `tenant/closing`, `old-book/too-many-open`, `old-book/empty`, and those of `ReadSheets`
 */
export async function takeBook(
  ports: OldBookPorts,
  staff: StaffMember,
  tenant: Tenant,
  { name, bytes }: BookFile,
): Promise<OldBook> {
  requirePermission(staff, 'register.import')
  refuseClosing(tenant)
  const { oldBooks, now } = ports
  const others = await oldBooks.list(staff.tenant, 50)
  if (others.filter(({ state }) => state === 'open' || state === 'reading').length >= MOST_OPEN) {
    throw new Refusal('conflict', 'old-book/too-many-open', { most: MOST_OPEN })
  }
  const at = now()
  const book = await oldBooks.add({
    ...{ tenant: staff.tenant, id: ports.newId(), by: staff.id },
    ...{ state: 'reading', begunAt: at, nextAt: plusMilliseconds(at, READING_LASTS), progress: noProgress },
    content: {
      fileName: fileNameOf(name),
      by: actorOf(staff),
      ...{ sheets: [], reading: null, refusedRows: [], keptCases: [], undoReason: null },
    },
  })
  const sheets: BookSheet[] = []
  try {
    for await (const part of ports.readSheets(bytes)) {
      if ('sheet' in part) sheets.push(emptySheet(part.sheet))
      else await keepRows(ports, book, sheets, part.rows)
    }
    const filled = sheets.filter(({ rows }) => rows > 0)
    if (filled.length === 0) throw new Refusal('invalid', 'old-book/empty')
    const opened = await oldBooks.replace({
      ...book,
      state: 'open',
      nextAt: plusMilliseconds(now(), STAYS_OPEN),
      content: { ...book.content, sheets: sheets.map(withLayout) },
    })
    if (!opened) throw new Refusal('conflict', 'old-book/wrong-state')
    const detail = `#${book.number} ${filled.reduce((sum, { rows }) => sum + rows, 0)}`
    await ports.record(staff.tenant, { by: staff.id, act: 'old_book.taken_in', subject: null, detail })
    return opened
  } catch (cause) {
    await oldBooks.remove(book)
    await oldBooks.dropPages({ ...book, content: { ...book.content, sheets } })
    throw cause
  }
}

const emptySheet = (name: string): BookSheet => ({
  ...{ name, rows: 0, pages: 0, head: [] },
  layout: { headingRow: 0, columns: {} },
})

async function keepRows(
  { oldBooks }: OldBookPorts,
  book: OldBook,
  sheets: BookSheet[],
  rows: readonly BookRow[],
): Promise<void> {
  const last = sheets.pop()
  if (!last) throw new Refusal('invalid', 'old-book/unreadable')
  await oldBooks.putPage(book, sheets.length, last.pages, rows)
  sheets.push({
    ...last,
    rows: last.rows + rows.length,
    pages: last.pages + 1,
    head: [...last.head, ...rows].slice(0, LOOKED_AT),
  })
}

function withLayout(sheet: BookSheet): BookSheet {
  const { headingRow, columns } = guessLayout(sheet.head.map(([, cells]) => cells))
  // Empty rows are left out, so a row's number is not its index.
  return { ...sheet, layout: { columns, headingRow: sheet.head[headingRow - 1]?.[0] ?? 0 } }
}

/** Removes folders and invisible characters. */
const fileNameOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120) || 'buku-lama'

/**
 * Only the person who started an import gets its content.
 * @throws Refusal `staff/not-permitted`, `old-book/unknown`
 */
export async function bookOf(ports: OldBookPorts, staff: StaffMember, id: string): Promise<OldBook> {
  requirePermission(staff, 'register.import')
  return ports.oldBooks.get(staff.tenant, id)
}

/** @throws Refusal `staff/not-permitted` */
export async function listBooks({ oldBooks }: OldBookPorts, staff: StaffMember): Promise<readonly OldBook[]> {
  requirePermission(staff, 'register.import')
  return oldBooks.list(staff.tenant, 50)
}

/**
 * Finds one's own import while its rows exist. @throws Refusal `staff/not-permitted`, `old-book/unknown`,
 * `old-book/somebody-elses`
 */
export async function ownBook(ports: OldBookPorts, staff: StaffMember, id: string): Promise<OldBook> {
  const book = await bookOf(ports, staff, id)
  if (book.by !== staff.id) throw new Refusal('forbidden', 'old-book/somebody-elses')
  return book
}

/** Removes the rows without importing any. @throws Refusal those of `ownBook`, `old-book/wrong-state` */
export async function endBook(ports: OldBookPorts, staff: StaffMember, id: string): Promise<OldBook> {
  const book = await bookOf(ports, staff, id)
  if (book.state !== 'open') throw new Refusal('conflict', 'old-book/wrong-state', { state: book.state })
  return dropRows(ports, book, 'ended')
}

/** The key goes first, then the rows: nobody can open what a dead process leaves, and it is swept. */
export async function dropRows(
  { oldBooks, vault }: Pick<OldBookPorts, 'oldBooks' | 'vault'>,
  book: OldBook,
  state: 'done' | 'ended' | 'undone',
): Promise<OldBook> {
  const saved = await oldBooks.replace(
    endImport(book, state, await withOwnKey('oldBooks', vault).newKey(book.tenant, book.id)),
  )
  if (!saved) throw new Refusal('conflict', 'old-book/wrong-state', { state: book.state })
  await oldBooks.dropPages(book)
  return saved
}
