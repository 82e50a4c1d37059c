import { requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Page } from '../storage/collection.ts'
import { caseFor, countsFor, pageWithoutHoles, perStatus, sees } from './case-access.ts'
import type { Complaint } from './complaint.ts'
import type { DeskPorts } from './desk.ts'
import { type Asked, isWithinPeriod, narrowed, queryFor, type RegisterFilter } from './register-filter.ts'
import type { Status } from './vocabulary.ts'

export interface RegisterRequest extends RegisterFilter {
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface Register extends Page<Complaint> {
  readonly counts: Readonly<Partial<Record<Status, number>>>
}

/** One page of the unit's register. @throws Refusal `staff/not-permitted` */
export async function listRegister(ports: DeskPorts, staff: StaffMember, request: RegisterRequest): Promise<Register> {
  requirePermission(staff, 'cases.read')
  const { id, tenant } = staff
  const asked: Asked = { now: ports.now(), calendar: (await ports.tenants.get(tenant)).settings.calendar }
  const detail = request.q ? 'search' : null
  const [page, counts] = await Promise.all([
    pageWithoutHoles(
      { limit: request.limit, after: request.cursor },
      (paging) =>
        request.q
          ? searched(ports, staff, request, request.q, asked, paging)
          : ports.complaints.list(tenant, { ...queryFor(request, staff, asked), ...paging }),
      (complaint) => sees(staff, complaint) && isWithinPeriod(complaint, request, asked),
    ),
    countsFor(ports, staff),
    ports.record(tenant, { by: id, act: 'register.read', subject: null, detail }),
  ])
  return { ...page, counts: perStatus(counts) }
}

async function searched(
  { complaints }: DeskPorts,
  staff: StaffMember,
  filter: RegisterFilter,
  q: string,
  asked: Asked,
  paging: { readonly limit: number; readonly after?: string },
): Promise<Page<Complaint>> {
  if (/^[A-Z][A-Z0-9]*-\d{4}-\d+$/i.test(q)) {
    const found = await complaints.find(staff.tenant, q.toUpperCase())
    return { items: found ? [found] : [], nextCursor: null }
  }
  const without = [...staff.guardMarks]
  return complaints.search(staff.tenant, q, { ...narrowed(filter, staff, asked), without, ...paging })
}

/**
 * A case as one person reads it; that they did is written down before they see it.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function openCase(
  { complaints, record }: DeskPorts,
  staff: StaffMember,
  number: string,
  act: 'case.read' | 'receipt.read' | 'paper.read' = 'case.read',
  detail: string | null = null,
): Promise<Complaint> {
  const complaint = await caseFor({ complaints }, staff, 'cases.read', number)
  await record(staff.tenant, { by: staff.id, act, subject: number, detail })
  return complaint
}
