import { concerning, planGuardByName } from '../../case/guard.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { newCaseKey } from '../../case/store/case-seals.ts'
import { currentPack } from '../../offices/calendar/rule-pack.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import { sealIdentity } from '../reporter-identity.ts'
import { rowsBelow } from './book-check.ts'
import {
  type Batch,
  type BookRow,
  countPage,
  countRemoved,
  leaseImport,
  type OldBook,
  type RefusedRow,
  STAYS_OPEN,
} from './old-book.ts'
import { type BookOffice, dropRows, makeOldCase, markOfRow, oldNumber, oldSeries } from './old-cases.ts'
import { type OldCase, readRow } from './read-row.ts'

export interface BookPace {
  readonly signal: AbortSignal
  /** It waits after work that took this many milliseconds. */
  rest(took: number): Promise<void>
}

/** Continues started imports, also those of a dead process. @returns how many */
export async function carryOutBooks(
  ports: BookOffice,
  pace: BookPace,
  onFault: (cause: unknown) => void,
): Promise<number> {
  const due = await ports.oldBooks.due(ports.now(), 5)
  for (const found of due) {
    if (pace.signal.aborted) break
    const taken = leaseImport(found, ports.now())
    const book = taken && (await ports.oldBooks.replace(taken))
    if (!book) continue
    await (book.state === 'running' ? takeRows : takeBack)(ports, book, pace).catch(onFault)
  }
  return due.length
}

/** Removes abandoned imports, and rows that a dead process left. */
export async function forgetBooks(ports: BookOffice): Promise<void> {
  const { oldBooks, now } = ports
  for (const book of await oldBooks.leftOpen(now(), 20)) await dropRows(ports, book, 'ended')
  await oldBooks.sweepPages(plusMilliseconds(now(), -4 * STAYS_OPEN))
}

async function takeRows(ports: BookOffice, begun: OldBook, { signal, rest }: BookPace): Promise<void> {
  const { oldBooks, now } = ports
  const { reading, sheets } = begun.content
  const pages = reading ? (sheets[reading.sheet]?.pages ?? 0) : 0
  let book = begun
  while (book.progress.pages < pages) {
    if (signal.aborted) return releaseImport(ports, book)
    const beganAt = Date.now()
    const batch = await takePage(ports, book)
    const saved = await oldBooks.replace(countPage(book, batch, now()))
    // Another process took it over.
    if (!saved) return
    book = saved
    await rest(Date.now() - beganAt)
  }
  const { number, by, tenant, progress } = await dropRows(ports, book, 'done')
  const detail = `#${number} ${progress.taken}/${progress.rows}`
  await ports.record(tenant, { by, act: 'old_book.done', subject: null, detail })
}

/** The next process continues at once. */
async function releaseImport({ oldBooks, now }: BookOffice, book: OldBook): Promise<void> {
  await oldBooks.replace({ ...book, nextAt: now() })
}

/** Simultaneous writes: enough to keep the disk busy, and few enough to leave the processor to people who file. */
const AT_ONCE = 8

async function takePage(ports: BookOffice, book: OldBook): Promise<Batch> {
  const { reading } = book.content
  const rows = reading && (await ports.oldBooks.page(book, reading.sheet, book.progress.pages))
  if (!rows) throw new Error('Rows of an old register are gone before they were taken.')
  const unit = await ports.tenants.get(book.tenant)
  const left = [...rowsBelow(rows, reading.headingRow)]
  const notTaken: RefusedRow[] = []
  let taken = 0
  const takeSome = async () => {
    for (let row = left.shift(); row; row = left.shift()) {
      const refused = await takeRow(ports, book, unit, row)
      if (refused) notTaken.push(refused)
      else taken++
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeSome))
  return { taken, notTaken: notTaken.toSorted((one, other) => one.row - other.row) }
}

/** @returns why the row was not taken; `null` if it exists now, also from before the process died */
async function takeRow(
  ports: BookOffice,
  book: OldBook,
  unit: Tenant,
  [row, cells]: BookRow,
): Promise<RefusedRow | null> {
  const { complaints, vault, now } = ports
  const { reading } = book.content
  if (!reading) return null
  const { found, refused } = readRow(cells, row, reading, unit.settings, now())
  if (!found) return refused && { row, code: refused }
  const hash = await vault.hasher(book.tenant, 'filing')
  const keyHash = hash(markOfRow(found))
  const bodyHash = hash(`old book\n${book.id}\n${row}`)
  if ((await complaints.knownFilings(book.tenant, [keyHash])).size === 0) {
    try {
      await complaints.add(await preparedCase(ports, book, unit, found, { keyHash, bodyHash }), (sequence) =>
        oldNumber(unit.settings.numberPrefix, oldSeries(found.receivedDay), sequence),
      )
      return null
    } catch (cause) {
      if (!(cause instanceof UniqueViolation && cause.index === 'filingKey')) throw cause
    }
  }
  const there = await complaints.findByFilingKey(book.tenant, keyHash)
  return there?.filing.bodyHash === bodyHash ? null : { row, code: codeBeside(there, book) }
}

const codeBeside = (there: Complaint | null, book: OldBook): RefusedRow['code'] =>
  there?.imported?.book === book.id ? 'twice-in-file' : 'already-there'

async function preparedCase(
  ports: BookOffice,
  { id, tenant, number, content }: OldBook,
  { settings }: Tenant,
  old: OldCase,
  hashes: { readonly keyHash: string; readonly bodyHash: string },
) {
  const { vault, staff, newId } = ports
  const filed = { tenant, filing: hashes }
  const [key, { identity }, guarding] = await Promise.all([
    newCaseKey(vault, filed),
    sealIdentity(vault, filed, 'confidential', old.reporter),
    old.reportedPerson
      ? planGuardByName(
          staff,
          tenant,
          { known: concerning([]), texts: { who: [old.reportedPerson], story: [] } },
          old.category,
        )
      : null,
  ])
  return makeOldCase(
    old,
    {
      ...{ tenant, key, identity, guarding },
      class: settings.categories.find(({ code }) => code === old.category)?.class ?? 'non_oversight',
      rulePack: currentPack(settings.rulePacks).id,
      // Nobody was given a code, so the hash is of nothing.
      filing: { ...hashes, codeSalt: newId() },
      codeHash: newId(),
      receiptId: newId(),
    },
    { import: id, number, fileName: content.fileName, by: content.by, at: ports.now() },
  )
}

const BACK_AT_ONCE = 50

async function takeBack(ports: BookOffice, begun: OldBook, { signal, rest }: BookPace): Promise<void> {
  const { complaints, oldBooks, papers, now } = ports
  const { tenant } = begun
  let book: OldBook = {
    ...begun,
    progress: { ...begun.progress, kept: 0 },
    content: { ...begun.content, keptCases: [] },
  }
  let after: string | null = null
  do {
    if (signal.aborted) return releaseImport(ports, book)
    const beganAt = Date.now()
    const page: Awaited<ReturnType<typeof complaints.ofBook>> = await complaints.ofBook(
      tenant,
      begun.id,
      BACK_AT_ONCE,
      after,
    )
    const results = await Promise.all(
      page.items.map(async ({ number, isUntouched }) => {
        const stays = !isUntouched || (await papers.ofCase(tenant, number)).length > 0
        return { number, isGone: !stays && (await complaints.takeBack(tenant, number)) }
      }),
    )
    const kept = results.flatMap(({ number, isGone }) => (isGone ? [] : [number]))
    const saved = await oldBooks.replace(countRemoved(book, results.length - kept.length, kept, now()))
    if (!saved) return
    book = saved
    after = page.nextCursor
    await rest(Date.now() - beganAt)
  } while (after)
  await dropRows(ports, book, 'undone')
}
