import { actorOf } from '../../case/access/case-actions.ts'
import type { GuardPlan } from '../../case/guard.ts'
import type { Office } from '../../case/office/office.ts'
import type { Filing } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import { laterInOutline, nothingYet, omitFields } from '../../case/store/case-seals.ts'
import type { UnnumberedComplaint } from '../../case/store/complaint-writes.ts'
import type { PaperStore } from '../../keeping/papers/paper-store.ts'
import type { BookStatus } from '../../offices/old-book-vocabulary.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { refuseClosing } from '../../offices/tenants/tenant-directory.ts'
import type { ComplaintClass } from '../../offices/vocabulary.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import { type SealedIdentity, type WrappedKey, withOwnKey } from '../../storage/vault.ts'
import { guessLayout, LOOKED_AT } from './book-layout.ts'
import {
  type BookRow,
  type BookSheet,
  endImport,
  noProgress,
  type OldBook,
  type OldBookStore,
  STAYS_OPEN,
} from './old-book.ts'
import type { OldCase } from './read-row.ts'
import type { ReadSheets } from './sheets.ts'

export interface Importing {
  readonly import: string
  readonly number: number
  readonly fileName: string
  readonly by: Actor
  readonly at: Instant
}

export interface PreparedOldCase {
  readonly tenant: TenantId
  readonly class: ComplaintClass
  readonly rulePack: string
  readonly filing: Filing
  readonly codeHash: string
  readonly receiptId: string
  readonly key: WrappedKey
  readonly identity: SealedIdentity | null
  readonly guarding: GuardPlan | null
}

const open: readonly BookStatus[] = ['received', 'in_progress']

const restOfOutline = omitFields(laterInOutline, 'guard', 'unreadSince', 'laporSince', 'imported', 'rulePack')
const restOfDossier = omitFields(
  nothingYet,
  'occurredPlace',
  'reportedPerson',
  'concerns',
  'candidates',
  'lapor',
  'fromBook',
)

/**
 * Makes the case of an old register: no clock runs, nobody is notified, nobody has a code. A reporter in the book was
 * never asked about privacy, so they are confidential.
 */
export function makeOldCase(
  old: OldCase,
  prepared: PreparedOldCase,
  { import: book, number, fileName, by, at }: Importing,
): UnnumberedComplaint {
  const { tenant, filing, codeHash, receiptId, key, identity, guarding, rulePack } = prepared
  const { row, receivedAt, receivedDay, oldNumber, category, channel, status, statusWritten, answer, closedAt } = old
  const isOpen = open.includes(status)
  return {
    tenant,
    revision: 0,
    series: oldSeries(receivedDay),
    status,
    category,
    class: prepared.class,
    privacy: identity ? 'confidential' : 'anonymous',
    channel,
    language: 'id',
    receivedAt,
    receivedDay,
    handler: guarding?.guard?.steward ?? null,
    answeredBy: null,
    identityAskedAt: null,
    guard: guarding?.guard ?? null,
    unreadSince: guarding?.isUnread ? at : null,
    laporSince: old.laporId ? at : null,
    imported: { book, endedAt: isOpen ? null : (closedAt ?? at) },
    rulePack,
    clocks: [],
    notices: [],
    noticeChannels: [],
    evidence: [],
    codeHash,
    receiptId,
    filing,
    identity,
    key,
    dossier: {
      subject: old.subject,
      chronology: old.story,
      occurredPlace: old.place,
      reportedPerson: old.reportedPerson,
      receivedBy: { kind: 'system' },
      place: null,
      maskedReporter: null,
      receiptClocks: [],
      evidenceNames: {},
      history: [
        { at: receivedAt, event: 'received', by: { kind: 'reporter' }, text: null, public: true },
        { at, event: 'imported', by, text: `${fileName} · ${row}`, public: false },
      ],
      concerns: guarding?.concerns ?? [],
      candidates: guarding?.candidates ?? [],
      lapor: old.laporId ? { id: old.laporId, at, by } : null,
      fromBook: { import: number, row, oldNumber, status: statusWritten, answer, closedAt },
      ...restOfDossier,
    },
    ...restOfOutline,
  }
}

/** The series is separate from the running numbers of the year, which an old book neither takes nor disturbs. */
export const oldSeries = (day: string): string => `lama-${day.slice(0, 4)}`

/** `BOLAMA-2023-000057`: the tenant's prefix, the year of the old book, and a number of its own. */
export const oldNumber = (prefix: string, series: string, sequence: number): string =>
  `${prefix}LAMA-${series.slice(-4)}-${String(sequence).padStart(6, '0')}`

/**
 * The mark recognises a row, so that it is not imported twice: its number and the year of its day, because many books
 * restart each year; without a number its whole content.
 */
export const markOfRow = ({ oldNumber, receivedDay, subject, story, reporter }: OldCase): string =>
  oldNumber
    ? `old number\n${receivedDay.slice(0, 4)}\n${oldNumber.toUpperCase().replace(/\s+/g, ' ')}`
    : `old row\n${[receivedDay, subject, story, reporter.name ?? ''].join('\n')}`

export interface BookOffice extends Office {
  readonly oldBooks: OldBookStore
  readonly readSheets: ReadSheets
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

/** The file is read at once and not kept: only its rows are stored, sealed, until the import is over. */
export async function takeBook(
  ports: BookOffice,
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
  { oldBooks }: BookOffice,
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

const fileNameOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120) || 'buku-lama'

/** Only the person who started an import gets its content. */
export async function bookOf(ports: BookOffice, staff: StaffMember, id: string): Promise<OldBook> {
  requirePermission(staff, 'register.import')
  return ports.oldBooks.get(staff.tenant, id)
}

export async function listBooks({ oldBooks }: BookOffice, staff: StaffMember): Promise<readonly OldBook[]> {
  requirePermission(staff, 'register.import')
  return oldBooks.list(staff.tenant, 50)
}

export async function ownBook(ports: BookOffice, staff: StaffMember, id: string): Promise<OldBook> {
  const book = await bookOf(ports, staff, id)
  if (book.by !== staff.id) throw new Refusal('forbidden', 'old-book/somebody-elses')
  return book
}

export async function endBook(ports: BookOffice, staff: StaffMember, id: string): Promise<OldBook> {
  const book = await bookOf(ports, staff, id)
  if (book.state !== 'open') throw new Refusal('conflict', 'old-book/wrong-state', { state: book.state })
  return dropRows(ports, book, 'ended')
}

/** The key goes first, then the rows: nobody can open what a dead process leaves, and it is swept. */
export async function dropRows(
  { oldBooks, vault }: BookOffice,
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
