import type { VisibleCounts } from '../../case/access/visible-counts.ts'
import { clockNamed } from '../../case/case-clocks.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { countedOf } from '../../case/store/complaint-tallies.ts'
import type { UnreadableCase } from '../../case/store/kept-complaint.ts'
import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { letterTexts } from '../../desk/letters/letter-texts.ts'
import type { RegisterScope } from '../../keeping/approvals/approval.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import { dayNumberOf, type OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDateOf, localTimeOf } from '../../offices/calendar/working-days.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import { loggedActNames } from '../../offices/logged-act-names.ts'
import * as paper from '../../offices/office-paper.ts'
import { labelsOf, labelsOn, type Tenant } from '../../offices/tenants/tenant.ts'
import type { Status } from '../../offices/vocabulary.ts'
import { findLateClocks } from '../../register/figure-lists.ts'
import type { ExportedCase, RegisterExport } from '../../register/register.ts'
import type { Instant } from '../../shared/instant.ts'
import { keysOf } from '../../shared/records.ts'
import { sayDate } from '../../shared/time-in-words.ts'
import { sayForwarded, viewWordings } from '../view-wording.ts'
import { categoryView, type ViewContext } from './common-views.ts'

/** The byte order mark tells spreadsheets that the file is UTF-8. */
const MARK = '\uFEFF'

/** Writes a table as CSV (RFC 4180), one row at a time. */
export async function* csvOf({ columns, rows }: Pick<paper.Sheet, 'columns' | 'rows'>): AsyncGenerator<string> {
  yield MARK + line(columns.map(({ heading }) => heading))
  for await (const row of rows) yield line(row)
}

const line = (cells: readonly paper.Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Days are written as `2026-11-23`, which every spreadsheet reads; text is never a formula. */
export function csvCell(cell: paper.Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'object' ? `"${cell.day}"` : `"${paper.defuseFormula(cell).replaceAll('"', '""')}"`
}

/** A file of the log is in Indonesian, as all papers of an office are. Codes stand in columns of their own, for programs. */
export const logColumns = [
  { heading: 'Kapan', width: 22 },
  { heading: 'Siapa', width: 32 },
  { heading: 'Tindakan', width: 44 },
  { heading: 'Pengaduan', width: 24 },
  { heading: 'Rincian', width: 40 },
  { heading: 'Kapan (UTC)', width: 26 },
  { heading: 'Kode tindakan', width: 24 },
  { heading: 'Kode rincian', width: 24 },
] as const

type Names = Readonly<Partial<Record<string, string>>>

const { labels } = viewWordings.id
const actNames: Names = loggedActNames.id
const roleNames: Names = labels.role
const groundNames: Names = labels.openingGround

const rolesIn = (roles: string): string =>
  roles
    .split(' ')
    .map((role) => roleNames[role] ?? role)
    .join(', ')
const groundIn = (ground: string): string | undefined => groundNames[ground]
const sameIn = (detail: string): string => detail

/** What a code says in words, for acts whose detail has some. */
const detailWords: Readonly<Partial<Record<LoggedAct, (detail: string) => string | undefined>>> = {
  'identity.asked': groundIn,
  'identity.opened': groundIn,
  'identity.decided': (decision) => ({ granted: 'disetujui', refused: 'ditolak' })[decision],
  'staff.invited': rolesIn,
  'staff.changed': rolesIn,
  'settings.changed': (revision) => `menjadi versi ${revision}`,
  'register.rows_exported': (rows) => `${rows} baris`,
  'log.exported': (format) => format.toUpperCase(),
  'evaluation.read': sameIn,
  'evaluation.changed': sameIn,
  'evaluation.finished': sameIn,
}

/** @param names of who acted, by their ids */
export function logRow(
  { at, by, act, subject, detail }: LogEntry,
  names: ReadonlyMap<string, string>,
  calendar: OfficeCalendar,
): readonly paper.Cell[] {
  return [
    `${localDateOf(at, calendar)} ${localTimeOf(at, calendar)}`,
    by === 'system' ? labels.system : (names.get(by) ?? by),
    actNames[act] ?? act,
    subject,
    detail === null ? null : (detailWords[act]?.(detail) ?? null),
    ...[at, act, detail],
  ]
}

const { labels: registerTableLabels } = viewWordings.id

// The register is an official book, and so Indonesian alone.
const words = {
  title: 'Buku Register Pengaduan Masyarakat',
  countsTitle: 'Rekapitulasi Pengaduan Masyarakat',
  profile: {
    without_identity: 'Tanpa identitas pelapor',
    with_named_identity: 'Dengan identitas pelapor yang bersedia disebut',
    statistics_only: 'Angka saja',
  },
  period: (from: string | null, to: string | null) =>
    from && to
      ? `Diterima ${sayDate(from, 'id')} sampai ${sayDate(to, 'id')}`
      : from
        ? `Diterima sejak ${sayDate(from, 'id')}`
        : to
          ? `Diterima sampai ${sayDate(to, 'id')}`
          : 'Semua yang pernah diterima',
  allCategories: 'Semua kategori',
  allStatuses: 'Semua status',
  veiled: '(disamarkan: menyebut pelapor)',
  sealedWrong: '(tidak dapat dibuka: data rusak atau diubah)',
  late: 'Lewat batas waktu',
  fromBook: (number: string | null) => (number ? `Dari buku lama, nomor ${number}` : 'Dari buku lama'),
  destroyed: (record: string) => `Dimusnahkan, ${record}`,
  class: { non_oversight: 'Tidak berkadar pengawasan', oversight: 'Berkadar pengawasan' },
} as const

const columns = {
  place: { heading: 'No.', width: 6 },
  number: { heading: 'Nomor pengaduan', width: 20 },
  receivedOn: { heading: 'Tanggal diterima', width: 15 },
  channel: { heading: 'Saluran', width: 14 },
  reporter: { heading: 'Pelapor', width: 16 },
  address: { heading: 'Alamat', width: 24 },
  subject: { heading: 'Pokok pengaduan', width: 32 },
  category: { heading: 'Kategori', width: 19 },
  class: { heading: 'Kelas', width: 15 },
  handler: { heading: 'Penangan', width: 16 },
  verifiedOn: { heading: 'Tanggal verifikasi', width: 15 },
  answeredOn: { heading: 'Tanggal dijawab', width: 15 },
  outcome: { heading: 'Hasil', width: 15 },
  days: { heading: 'Lama (hari)', width: 8 },
  status: { heading: 'Status', width: 16 },
  labels: { heading: 'Label', width: 18 },
  remarks: { heading: 'Keterangan', width: 20 },
} as const satisfies Record<string, paper.Column>
type ColumnName = keyof typeof columns

const countColumns: readonly paper.Column[] = [
  { heading: 'Bulan diterima', width: 16 },
  { heading: 'Kategori', width: 30 },
  { heading: 'Status', width: 30 },
  { heading: 'Jumlah', width: 10 },
]

export interface RegisterTable {
  readonly title: string
  readonly above: readonly string[]
  readonly columns: readonly paper.Column[]
  readonly rows: paper.Rows
}

type Reading = Pick<ViewContext, 'tenant' | 'members' | 'now'>

export function registerTable({ scope, leaves }: RegisterExport, seen: Reading): RegisterTable {
  const { tenant } = seen
  const { profile, from, to, category, status } = scope
  const above = [
    tenant.settings.name,
    words.period(from, to),
    [
      category ? categoryView(tenant, category, viewWordings.id).label : words.allCategories,
      status.length > 0 ? status.map((one) => registerTableLabels.status[one]).join(', ') : words.allStatuses,
      words.profile[profile],
    ].join(' · '),
  ]
  if ('counts' in leaves) {
    const rows = countRows(leaves.counts, scope, tenant)
    return { title: words.countsTitle, above: [words.countsTitle, ...above], columns: countColumns, rows }
  }
  const isLeftOut: Partial<Record<ColumnName, boolean>> = {
    address: profile !== 'with_named_identity',
    labels: labelsOf(tenant.settings).length === 0,
  }
  const names = keysOf(columns).filter((name) => !isLeftOut[name])
  return {
    title: words.title,
    above: [words.title, ...above],
    columns: names.map((name) => columns[name]),
    rows: caseRows(leaves.cases, names, seen),
  }
}

async function* caseRows(
  cases: AsyncIterable<ExportedCase | UnreadableCase>,
  names: readonly ColumnName[],
  seen: Reading,
) {
  let place = 0
  for await (const one of cases) {
    const row = 'complaint' in one ? rowOf(one, ++place, seen) : sealedWrongRow(one, ++place)
    yield names.map((name) => row[name] ?? null)
  }
}

/** A case that cannot be opened has a row with its number and status only. */
const sealedWrongRow = (
  { number, status }: UnreadableCase,
  place: number,
): Partial<Record<ColumnName, paper.Cell>> => ({
  ...{ place, number, subject: words.sealedWrong },
  status: registerTableLabels.status[status],
})

function rowOf(
  { complaint, subject, identity }: ExportedCase,
  place: number,
  { tenant, members, now }: Reading,
): Record<ColumnName, paper.Cell> {
  const { calendar } = tenant.settings
  const { id, receivedAt, clocks, handler, status, channel, privacy, dossier } = complaint
  const day = (at: Instant | null | undefined) => (at ? { day: localDateOf(at, calendar) } : null)
  const answeredAt = dossier.answer?.at
  const { outcome } = countedOf(complaint)
  const received = localDateOf(receivedAt, calendar)
  return {
    place,
    number: id,
    receivedOn: { day: received },
    channel: registerTableLabels.channel[channel],
    reporter: identity?.name ? paper.printable(identity.name) : registerTableLabels.privacy[privacy],
    address: identity?.address ? paper.printable(identity.address) : null,
    subject: subject === null ? words.veiled : paper.printable(subject),
    category: categoryView(tenant, complaint.category, viewWordings.id, complaint.receivedAt).label,
    class: words.class[complaint.class],
    handler: handler ? (members.get(handler)?.name ?? null) : null,
    verifiedOn: day(clockNamed(clocks, 'verification')?.stoppedAt),
    answeredOn: day(answeredAt),
    outcome: outcome && registerTableLabels.outcome[outcome],
    days: answeredAt ? dayNumberOf(localDateOf(answeredAt, calendar)) - dayNumberOf(received) : null,
    status: registerTableLabels.status[status],
    labels:
      labelsOn(tenant.settings, dossier.labels)
        .map(({ name }) => paper.printable(name))
        .join('; ') || null,
    remarks: remarksOn(complaint, now),
  }
}

function remarksOn({ clocks, destroyed, dossier }: Complaint, now: Instant): string {
  const { declined, forwarded, fromBook } = dossier
  return [
    declined && registerTableLabels.declineReason[declined.reason],
    forwarded &&
      sayForwarded(registerTableLabels, paper.printable(forwarded.to.name), forwarded.reference?.text ?? null),
    fromBook && words.fromBook(fromBook.oldNumber && paper.printable(fromBook.oldNumber)),
    destroyed && words.destroyed(destroyed.record),
    findLateClocks(clocks, now).length > 0 && words.late,
  ]
    .filter(Boolean)
    .join('; ')
}

async function* countRows(counts: VisibleCounts, { from, to, category, status }: RegisterScope, tenant: Tenant) {
  const range = { ...(from && { from: from.slice(0, 7) }), ...(to && { to: to.slice(0, 7) }) }
  const tallies = await counts.tally('statusTally', range)
  for (const one of tallies.toSorted((a, b) => (a.when < b.when ? -1 : 1))) {
    const what = one.what as Status
    if ((category && one.category !== category) || (status.length > 0 && !status.includes(what))) continue
    yield [
      one.when,
      categoryView(tenant, one.category, viewWordings.id).label,
      registerTableLabels.status[what],
      one.cases,
    ]
  }
}

/** The name contains the office and the period, and nothing else. */
export const registerFileName = (tenant: Tenant, { from, to }: RegisterScope, ending: string): string =>
  `buku-register-${tenant.id}-${from || to ? `${from ?? 'awal'}-sd-${to ?? 'kini'}` : 'semua'}.${ending}`

export const registerPaper = (
  { title, above, columns, rows }: RegisterTable,
  { tenant, now }: Reading,
): paper.TablePaper => ({
  language: 'id',
  createdAt: now,
  letterhead: letterheadOf(tenant.settings),
  title,
  number: above[2] ?? '',
  lead: above.at(-1) ?? '',
  columns,
  rows: spoken(rows),
  page: letterTexts.id.page,
})

async function* spoken(rows: paper.Rows): AsyncGenerator<string[]> {
  for await (const row of rows) yield row.map(spokenCell)
}

function spokenCell(cell: paper.Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'object' ? cell.day.split('-').reverse().join('/') : paper.defuseFormula(cell)
}
