import { mayOn, readVisiblePage, sees } from '../../case/access/case-access.ts'
import { writeOnCase } from '../../case/access/case-actions.ts'
import { asItLeaves } from '../../case/access/cover-for.ts'
import { applyDecision } from '../../case/complaint.ts'
import { nameForStaff } from '../../case/evidence.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import { listProse } from '../../case/shape/story-fields.ts'
import { writeOut } from '../../case/testimony.ts'
import { laporIdIn } from '../../case/words/search-words.ts'
import { leavingOf } from '../../keeping/evidence/opened-evidence.ts'
import { type OpenedIdentity, revealIdentity } from '../../keeping/identity/identity.ts'
import type { OpeningGround } from '../../offices/act-vocabulary.ts'
import { isPractice, refusePractice } from '../../offices/practice/practice.ts'
import { type Permission, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { DAY, type Day, parseDay, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Page } from '../../storage/collection.ts'

/** Those who enter cases into SP4N-LAPOR!. */
const enterers = ['cases.verify', 'cases.handle'] as const satisfies Permission[]

export const mayNoteLaporId = (staff: StaffMember, complaint: Complaint): boolean =>
  !complaint.destroyed &&
  !isPractice(complaint.tenant) &&
  enterers.some((permission) => mayOn(staff, permission, complaint))

/**
 * Sets, replaces or (`null`) removes the number in SP4N-LAPOR!. Only staff read the history line: a reporter who
 * follows there by a public number learns nothing here.
 */
export const setLaporId = (complaint: Complaint, id: string | null, by: Actor, moment: Moment): Complaint =>
  applyDecision(
    complaint,
    moment,
    { laporSince: id ? moment.at : null, dossier: { lapor: id ? { id, at: moment.at, by } : null } },
    { event: id ? 'lapor_noted' : 'lapor_removed', by, text: id ?? complaint.dossier.lapor?.id, public: false },
  )

export async function noteLaporId(
  ports: Office,
  staff: StaffMember,
  request: { readonly number: string; readonly revision: number; readonly id: string | null },
): Promise<Complaint> {
  refusePractice(staff.tenant)
  const noted = await writeOnCase(ports, staff, enterers, request, [], (complaint, by, moment) => {
    if (complaint.revision !== request.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    if ((complaint.dossier.lapor?.id ?? null) === request.id) return complaint
    return setLaporId(complaint, request.id, by, moment)
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: request.number, detail: 'lapor' })
  return noted
}

/** The fields of SP4N-LAPOR!'s form, to be pasted there. */
export interface PreparedEntry {
  readonly complaint: Complaint
  readonly attachments: readonly string[]
  /** Names of the files that stay. */
  readonly withheld: readonly string[]
  /** `null` means that the reporter stays unnamed there too. */
  readonly identity: OpenedIdentity | null
}

interface EntryRequest {
  readonly number: string
  /** Why texts that name the reporter must stay. */
  readonly leakReason?: string | undefined
  /** It opens the identity, as opening it on the case does. */
  readonly identity?: { readonly ground: OpeningGround; readonly reason: string } | undefined
}

/**
 * Prepares a case for the form of SP4N-LAPOR!. It leaves the service, so it is logged, and a story that names the
 * reporter goes out only with a reason, unless their identity goes along.
 */
export async function prepareEntry(
  ports: Office,
  staff: StaffMember,
  { identity: asked, ...request }: EntryRequest,
): Promise<PreparedEntry> {
  refusePractice(staff.tenant)
  const complaint = await writeOnCase(
    ports,
    staff,
    ['cases.verify', 'cases.handle'],
    request,
    (one) => (asked ? [] : listProse(one.dossier)),
    (one) => {
      if (one.destroyed) throw new Refusal('conflict', 'case/destroyed', { record: one.destroyed.record })
      if (asked && (one.privacy !== 'named' || one.dossier.sealedTo))
        throw new Refusal('conflict', 'lapor/identity-stays')
      return one
    },
  )
  const identityStays = complaint.privacy !== 'named'
  const leaving = writeOut(await asItLeaves(ports, complaint, { identityStays }), 'id')
  const identity = asked ? await revealIdentity(ports, staff, { number: request.number, ...asked }) : null
  const detail = identity ? 'with-identity' : null
  await ports.record(staff.tenant, { by: staff.id, act: 'lapor.prepared', subject: request.number, detail })
  const stays = (item: EvidenceItem) => leavingOf(leaving, item, identityStays) === 'withheld'
  const namesOf = (items: readonly EvidenceItem[]) => items.map(({ id }) => nameForStaff(leaving, id))
  const withheld = leaving.evidence.filter(stays)
  const attachments = leaving.evidence.filter((item) => !withheld.includes(item))
  return { complaint: leaving, attachments: namesOf(attachments), withheld: namesOf(withheld), identity }
}

export interface LaporLine {
  /** Counted from 1, as in an editor. */
  readonly line: number
  readonly id: string
  readonly day: Day | null
  readonly note: string
}

export interface BadLine {
  readonly line: number
  readonly code: 'no-id' | 'several-ids' | 'bad-date' | 'twice'
}

export const MOST_LINES = 2_000

/**
 * Numbers, dates and statuses, one case a line: separated by tabs, semicolons or commas, in any order, with or
 * without a line of headings.
 */
export function readLaporList(text: string): {
  readonly lines: readonly LaporLine[]
  readonly bad: readonly BadLine[]
} {
  const rows = text.split(/\r\n?|\n/).map((row, at) => ({ row, line: at + 1 }))
  const filled = rows.filter(({ row }) => row.trim() !== '')
  if (filled.length > MOST_LINES) throw new Refusal('invalid', 'lapor/too-many-lines', { most: MOST_LINES })
  const lines: LaporLine[] = []
  const bad: BadLine[] = []
  const known = new Set<string>()
  for (const [at, { row, line }] of filled.entries()) {
    const read = readRow(row)
    // Headings have no number in them.
    if (read === 'no-id' && at === 0 && !/\d/.test(row)) continue
    const code = typeof read === 'string' ? read : known.has(read.id) ? 'twice' : null
    if (code) bad.push({ line, code })
    if (typeof read === 'string' || code) continue
    known.add(read.id)
    lines.push({ line, ...read })
  }
  return { lines, bad }
}

function readRow(row: string): Omit<LaporLine, 'line'> | BadLine['code'] {
  const cells = cellsOf(row)
  const ids = cells.flatMap((cell) => laporIdIn(cell) ?? [])
  const [id] = ids
  if (!id) return 'no-id'
  if (ids.length > 1) return 'several-ids'
  const others = cells.filter((cell) => cell !== '' && laporIdIn(cell) === null)
  const dates = others.filter(isLikeADate)
  const days = dates.map(dayIn)
  if (days.includes(null)) return 'bad-date'
  const note = others.filter((cell) => !dates.includes(cell)).join(' · ')
  return { id, day: days[0] ?? null, note: note.slice(0, 200) }
}

/** A tab or a semicolon always separates cells, a comma only if neither occurs. */
function cellsOf(row: string): readonly string[] {
  const separator = row.includes('\t') ? '\t' : row.includes(';') ? ';' : ','
  return row.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

const isLikeADate = (cell: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(\s.*)?$/.test(cell)

/** `2026-11-20`, `20/11/2026`, `20-11-2026 10:15`; `null` for a date that does not exist. */
function dayIn(cell: string): Day | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(cell)
  const ours = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(cell)
  const [year, month, day] = iso ? iso.slice(1) : ours ? [ours[3], ours[2], ours[1]] : []
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? parseDay(written) : null
}

/** Cases of this age without a number in SP4N-LAPOR!, the oldest first. */
export async function withoutLaporId(
  ports: Office,
  staff: StaffMember,
  { days, ...paging }: { readonly days: number; readonly limit: number; readonly after?: string | undefined },
): Promise<Page<Complaint>> {
  requirePermission(staff, 'cases.read')
  const to = plusMilliseconds(ports.now(), -days * DAY)
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'lapor' })
  return readVisiblePage(staff, paging, (asked) =>
    ports.complaints.list(staff.tenant, {
      index: 'lapor',
      where: { lapor: 'missing' },
      range: { to },
      order: 'ascending',
      ...asked,
    }),
  )
}

export interface Reconciliation {
  readonly bad: readonly BadLine[]
  readonly matched: readonly { readonly line: LaporLine; readonly complaint: Complaint }[]
  readonly missingHere: readonly LaporLine[]
  /** Cases of the list's days whose number is not in it. */
  readonly missingThere: readonly Complaint[]
}

const AT_ONCE = 50
const MOST_HERE = 1_000

/**
 * Compares a list with the cases that somebody sees; what is kept from them counts as missing. The list is not kept.
 */
export async function reconcile(ports: Office, staff: StaffMember, text: string): Promise<Reconciliation> {
  requirePermission(staff, 'cases.read')
  const { lines, bad } = readLaporList(text)
  const { tenant } = staff
  await ports.record(tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'lapor' })
  const matched: { line: LaporLine; complaint: Complaint }[] = []
  const missingHere: LaporLine[] = []
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE)
    const found = await Promise.all(some.map(({ id }) => ports.complaints.withLaporId(tenant, id)))
    for (const [at, line] of some.entries()) {
      const seen = (found[at] ?? []).filter((complaint) => sees(staff, complaint))
      if (seen.length === 0) missingHere.push(line)
      matched.push(...seen.map((complaint) => ({ line, complaint })))
    }
  }
  return { bad, matched, missingHere, missingThere: await missingThere(ports, staff, lines) }
}

async function missingThere(
  ports: Office,
  staff: StaffMember,
  lines: readonly LaporLine[],
): Promise<readonly Complaint[]> {
  if (lines.length === 0) return []
  const listed = new Set(lines.map(({ id }) => id))
  const days = lines.flatMap(({ day }) => day ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const { items } = await readVisiblePage(staff, { limit: MOST_HERE }, (paging) =>
    ports.complaints.list(staff.tenant, { index: 'lapor', where: { lapor: 'noted' }, order: 'descending', ...paging }),
  )
  return items.filter(
    ({ dossier, receivedDay }) =>
      dossier.lapor &&
      !listed.has(dossier.lapor.id) &&
      (!first || !last || (receivedDay >= first && receivedDay <= last)),
  )
}
