import {
  caseFor,
  countByStatus,
  findFor,
  findInSeriesFor,
  maySeeUnreadable,
  pageWithoutHoles,
  sees,
  sumByStatus,
} from '../case/access/case-access.ts'
import type { CaseActionPorts } from '../case/access/case-actions.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { CaseSealedWrong, type ReportUnreadable, type UnreadableCase } from '../case/store/kept-complaint.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Status } from '../offices/vocabulary.ts'
import { readTypedNumber } from '../shared/typed-number.ts'
import type { Page } from '../storage/collection.ts'
import { asksForFigure, type FigurePorts, findFigure, pageOfFigure } from './list-figure.ts'
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

export type RegisterPorts = CaseActionPorts & FigurePorts

export interface Register extends Page<Complaint> {
  /** How many cases a figure of a report counts; `null` where the filter names none. */
  readonly total: number | null
  readonly counts: Readonly<Partial<Record<Status, number>>>
  readonly partial: number
  readonly sealedWrong: readonly UnreadableCase[]
}

/** @throws Refusal `staff/not-permitted` */
export async function listRegister(
  ports: RegisterPorts,
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
  { complaints }: CaseActionPorts,
  staff: StaffMember,
  { q = '', ...filter }: RegisterFilter & { readonly q?: string | undefined },
  { asked, paging, tell }: Searching,
): Promise<Page<Complaint> & { readonly partial: number }> {
  const named = await withNumber(complaints, staff, q).catch((cause: unknown) => {
    if (!(cause instanceof CaseSealedWrong)) throw cause
    tell(cause.lying)
    return []
  })
  if (named) return { items: named, nextCursor: null, partial: 0 }
  const without = [...staff.guardMarks]
  return complaints.search(staff.tenant, q, { ...toSearchFilter(filter, staff, asked), without, ...paging }, tell)
}

/** Finds the case of a number with its year, whatever the filter is; `null` if the text is no such number. */
async function withNumber(complaints: ComplaintStore, staff: StaffMember, q: string): Promise<Complaint[] | null> {
  const typed = readTypedNumber(q)
  if (!typed) return null
  const { whole, year, sequence } = typed
  const found =
    (whole && (await findFor({ complaints }, staff, whole))) ||
    (await findInSeriesFor({ complaints }, staff, year, sequence))
  return found ? [found] : []
}

/**
 * Opens a case for one person and logs it before they see it.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function openCase(
  { complaints, record }: CaseActionPorts,
  staff: StaffMember,
  number: string,
  act: 'case.read' | 'receipt.read' | 'paper.read' = 'case.read',
  detail: string | null = null,
): Promise<Complaint> {
  const complaint = await caseFor({ complaints }, staff, 'cases.read', number)
  await record(staff.tenant, { by: staff.id, act, subject: number, detail })
  return complaint
}
