import {
  caseByNumber,
  caseFor,
  findFor,
  findInSeriesFor,
  mayIn,
  mayOn,
  maySeeUnreadable,
  pageWithoutHoles,
  reads,
  readVisiblePage,
  sees,
} from '../case/access/case-access.ts'
import { refuseNaming } from '../case/access/case-actions.ts'
import { subjectUnread, takeOut } from '../case/access/cover-for.ts'
import { countByStatus, countVisible, sumByStatus, type VisibleCounts } from '../case/access/visible-counts.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { identityOf } from '../case/store/case-seals.ts'
import { CaseSealedWrong, type ReportUnreadable, type UnreadableCase } from '../case/store/kept-complaint.ts'
import {
  type ApprovalOffice,
  type RegisterScope,
  refuseUnlessGranted,
  wholeRegister,
} from '../keeping/approvals/approval.ts'
import { takeApproval } from '../keeping/approvals/approvals.ts'
import { mayOpenIdentity, revealIdentity } from '../keeping/identity/identity.ts'
import type { ExportFormat } from '../offices/act-vocabulary.ts'
import { findLeaks } from '../offices/names/known-words.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Status } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import { readTypedNumber } from '../shared/typed-number.ts'
import type { Page } from '../storage/collection.ts'
import type { Identity } from '../storage/vault.ts'
import type { FactsOffice } from './facts/take-facts.ts'
import { asksForFigure, countCases, findFigure, pageOfFigure } from './figure-lists.ts'
import {
  isWithinPeriod,
  queryFor,
  type RegisterFilter,
  type SearchedOn,
  toSearchFilter,
  wordMarksOf,
} from './register-filter.ts'

export interface RegisterRequest extends RegisterFilter {
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface Register extends Page<Complaint> {
  /** How many cases a figure of a report counts; `null` where the filter names none. */
  readonly total: number | null
  readonly counts: Readonly<Partial<Record<Status, number>>>
  readonly partial: number
  readonly sealedWrong: readonly UnreadableCase[]
}

export async function listRegister(
  ports: FactsOffice,
  staff: StaffMember,
  request: RegisterRequest,
): Promise<Register> {
  requirePermission(staff, 'cases.read')
  const { id, tenant } = staff
  const { calendar, categories } = (await ports.tenants.get(tenant)).settings
  const asked: SearchedOn = { now: ports.now(), calendar, categories }
  const detail = request.q || request.placeWords ? 'search' : null
  const some = new Set<string>()
  const sealedWrong: UnreadableCase[] = []
  const tell = (one: UnreadableCase) => sealedWrong.push(one)
  const figure = asksForFigure(request) ? await findFigure(ports, staff, request, asked) : null
  const { q, due, timeliness, placeWords } = request
  const narrowed = figure && (q || due || timeliness || placeWords) ? new Set(figure) : null
  const [page, counts] = await Promise.all([
    pageWithoutHoles(
      { limit: request.limit, after: request.cursor },
      async (paging) => {
        if (figure && !narrowed) return pageOfFigure(ports.complaints, staff, figure, paging, tell)
        if (!q && wordMarksOf(request).length === 0)
          return ports.complaints.list(tenant, { ...queryFor(request, staff, asked), ...paging }, tell)
        const { partial, ...found } = await searchRegister(ports, staff, request, { asked, paging, tell })
        for (const one of found.items.slice(found.items.length - partial)) some.add(one.id)
        return found
      },
      (complaint) =>
        sees(staff, complaint) &&
        isWithinPeriod(complaint, request, asked) &&
        (narrowed === null || narrowed.has(complaint.id)),
    ),
    countByStatus(ports, staff),
    ports.record(tenant, { by: id, act: 'register.read', subject: null, detail }),
  ])
  return {
    ...page,
    total: figure && !narrowed ? figure.length : null,
    counts: sumByStatus(counts),
    partial: page.items.filter((one) => some.has(one.id)).length,
    sealedWrong: sealedWrong.filter((one) => maySeeUnreadable(staff, one)),
  }
}

interface Searching {
  readonly asked: SearchedOn
  readonly paging: { readonly limit: number; readonly after?: string }
  readonly tell: ReportUnreadable
}

async function searchRegister(
  office: Office,
  staff: StaffMember,
  { q = '', ...filter }: RegisterFilter & { readonly q?: string | undefined },
  { asked, paging, tell }: Searching,
): Promise<Page<Complaint> & { readonly partial: number }> {
  const named = await withNumber(office, staff, q).catch((cause: unknown) => {
    if (!(cause instanceof CaseSealedWrong)) throw cause
    tell(cause.lying)
    return []
  })
  if (named) return { items: named, nextCursor: null, partial: 0 }
  const without = [...staff.guardMarks]
  return office.complaints.search(
    staff.tenant,
    q,
    { ...toSearchFilter(filter, staff, asked), without, ...paging },
    tell,
  )
}

/** Finds the case of a number with its year, whatever the filter is; `null` if the text is no such number. */
async function withNumber(office: Office, staff: StaffMember, q: string): Promise<Complaint[] | null> {
  const typed = readTypedNumber(q)
  if (!typed) return null
  const { whole, year, sequence } = typed
  const found =
    (whole && (await findFor(office, staff, whole))) || (await findInSeriesFor(office, staff, year, sequence))
  return found ? [found] : []
}

/** Opens a case for one person and logs it before they see it. */
export async function openCase(
  office: Office,
  staff: StaffMember,
  number: string,
  act: 'case.read' | 'receipt.read' | 'paper.read' = 'case.read',
  detail: string | null = null,
): Promise<Complaint> {
  const complaint = await caseFor(office, staff, 'cases.read', number)
  await office.record(staff.tenant, { by: staff.id, act, subject: number, detail })
  return complaint
}

/** Does the same for a program, which is shown the row alone. */
export async function openRow(office: Office, staff: StaffMember, number: string): Promise<Complaint> {
  const complaint = await caseByNumber(office, staff, ['cases.read'], number)
  await office.record(staff.tenant, { by: staff.id, act: 'case.read', subject: number, detail: null })
  return complaint
}

/** An export reads this many cases at once, which bounds its memory. */
const AT_ONCE = 100

/** Each exported identity is recorded on its case, which its reporter reads, and a PDF is composed in memory. */
const MOST_IDENTITIES = 200
const MOST_ON_PAPER = 500

type ExportPorts = ApprovalOffice & Office

export interface ExportedCase {
  readonly complaint: Complaint
  readonly subject: string | null
  /** It is filled for a named reporter under a profile that includes it. */
  readonly identity: Pick<Identity, 'name' | 'address'> | null
}

export interface RegisterExport {
  readonly scope: RegisterScope
  /** Cases are streamed, oldest first; without cases, only the counts leave. */
  readonly leaves: { readonly cases: AsyncIterable<ExportedCase | UnreadableCase> } | { readonly counts: VisibleCounts }
}

export async function exportRegister(
  ports: ExportPorts,
  staff: StaffMember,
  { id, format }: { readonly id: string; readonly format: ExportFormat },
): Promise<RegisterExport> {
  requirePermission(staff, 'register.export')
  const approval = await ports.approvals.get(staff.tenant, id)
  refuseUnlessGranted(approval, 'export-register', staff.id, ports.now())
  const { reason, register } = approval.content
  const scope = register ?? wholeRegister
  const withIdentity = scope.profile === 'with_named_identity'
  if (withIdentity) requirePermission(staff, 'identity.open')
  const counts = scope.profile === 'statistics_only' ? countVisible(ports, staff) : null
  const { filter, asked } = await filterOf(ports, staff, scope)
  const query = queryFor(filter, staff, asked)
  // The check comes first, so that a refusal does not use up the approval. Hidden cases are not counted, because a
  // refusal at the limit would reveal them.
  const most = Math.min(withIdentity ? MOST_IDENTITIES : Infinity, format === 'pdf' ? MOST_ON_PAPER : Infinity)
  if (!counts && Number.isFinite(most) && ((await countCases(ports, staff, filter, asked)) ?? Infinity) > most)
    throw new Refusal('invalid', 'export/too-many', { most })
  if (withIdentity) await refuseNamingAny(ports, staff, query, reason)
  await takeApproval(ports, staff, id, 'export-register')
  await ports.record(staff.tenant, {
    by: staff.id,
    act: 'register.exported',
    subject: id,
    detail: `${format} ${scope.profile}`,
  })
  return { scope, leaves: counts ? { counts } : { cases: casesOf(ports, staff, { id, reason, query, withIdentity }) } }
}

/** Reporters read the purpose when their identity leaves, so it must name none of them. */
async function refuseNamingAny(ports: ApprovalOffice, staff: StaffMember, query: RegisterQuery, reason: string) {
  const { items } = await readVisiblePage(staff, { limit: MOST_IDENTITIES }, (paging) =>
    ports.complaints.list(staff.tenant, { ...query, ...paging }),
  )
  for (const complaint of items) await refuseNaming(ports, staff, complaint, reason)
}

type RegisterQuery = ReturnType<typeof queryFor>

async function filterOf(
  { tenants, now }: ApprovalOffice,
  staff: Pick<StaffMember, 'tenant'>,
  { from, to, category, status }: RegisterScope,
): Promise<{ readonly filter: RegisterFilter; readonly asked: SearchedOn }> {
  const { calendar, categories } = (await tenants.get(staff.tenant)).settings
  return {
    filter: {
      status,
      category: category ?? undefined,
      from: from ?? undefined,
      to: to ?? undefined,
      sort: 'received_asc',
    },
    asked: { now: now(), calendar, categories },
  }
}

interface Leaving {
  readonly id: string
  readonly reason: string
  readonly query: RegisterQuery
  readonly withIdentity: boolean
}

async function* casesOf(
  ports: ExportPorts,
  staff: StaffMember,
  { id, reason, query, withIdentity }: Leaving,
): AsyncGenerator<ExportedCase | UnreadableCase> {
  let left = 0
  try {
    let after: string | null = null
    do {
      const sealedWrong: UnreadableCase[] = []
      const page: Awaited<ReturnType<typeof ports.complaints.list>> = await ports.complaints.list(
        staff.tenant,
        { ...query, limit: AT_ONCE, ...(after && { after }) },
        (one) => sealedWrong.push(one),
      )
      for (const complaint of page.items) {
        if (!sees(staff, complaint) || !mayOn(staff, 'register.export', complaint)) continue
        const isShown = withIdentity && isReadable(complaint) && mayOpenIdentity(complaint, staff, ports.now())
        const request = { number: complaint.id, ground: 'other', reason } as const
        const identity = isShown ? await revealIdentity(ports, staff, request, { custodianAgreed: false }) : null
        left++
        const subject = reads(staff, complaint)
          ? await harmlessSubject(ports, complaint)
          : subjectUnread(staff, complaint, 'id')
        yield { complaint, identity, subject }
      }
      for (const one of sealedWrong) {
        if (maySeeUnreadable(staff, one) && mayIn(staff, 'register.export', one.category)) yield one
      }
      after = page.nextCursor
    } while (after)
  } finally {
    await ports.record(staff.tenant, { by: staff.id, act: 'register.rows_exported', subject: id, detail: String(left) })
  }
}

const isReadable = ({ privacy, dossier }: Complaint): boolean => privacy === 'named' && dossier.sealedTo === null

async function harmlessSubject(ports: ExportPorts, complaint: Complaint): Promise<string | null> {
  const { vault } = ports
  const { subject } = (await takeOut(ports, complaint)).dossier
  return findLeaks(subject, await identityOf(vault, complaint)).length > 0 ? null : subject
}
