import { DAY, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Bound, Page, Query, Range, WordQuery } from '../storage/collection.ts'
import { caseFor, categoriesOf, countsFor, pageSeen, perStatus } from './case-access.ts'
import type { Complaint } from './complaint.ts'
import type { DeskPorts } from './desk.ts'
import { type Status, statuses } from './vocabulary.ts'

export interface RegisterFilter {
  readonly status?: readonly Status[] | undefined
  readonly category?: string | undefined
  /** `me`, `none`, or an id. */
  readonly assignee?: string | undefined
  readonly due?: 'overdue' | 'soon' | undefined
  readonly q?: string | undefined
  readonly sort: 'received_desc' | 'received_asc' | 'due_asc'
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface Register extends Page<Complaint> {
  readonly counts: Readonly<Partial<Record<Status, number>>>
}

/** Dates within it are near. */
const SOON = 2 * DAY

/** One page of the unit's register. @throws Refusal `staff/not-permitted` */
export async function listRegister(ports: DeskPorts, staff: StaffMember, filter: RegisterFilter): Promise<Register> {
  requirePermission(staff, 'cases.read')
  const { id, tenant } = staff
  const detail = filter.q ? 'search' : null
  const [page, counts] = await Promise.all([
    pageSeen(staff, { limit: filter.limit, after: filter.cursor }, (paging) =>
      filter.q
        ? searched(ports, staff, filter, filter.q, paging)
        : ports.complaints.list(tenant, { ...queryFor(filter, staff, ports.now()), ...paging }),
    ),
    countsFor(ports, staff),
    ports.record(tenant, { by: id, act: 'register.read', subject: null, detail }),
  ])
  return { ...page, counts: perStatus(counts) }
}

async function searched(
  { complaints, now }: DeskPorts,
  staff: StaffMember,
  filter: RegisterFilter,
  q: string,
  paging: Paging,
): Promise<Page<Complaint>> {
  if (/^[A-Z][A-Z0-9]*-\d{4}-\d+$/i.test(q)) {
    const found = await complaints.find(staff.tenant, q.toUpperCase())
    return { items: found ? [found] : [], nextCursor: null }
  }
  return complaints.search(staff.tenant, q, {
    ...narrowed(filter, staff, now()),
    without: [...staff.guardMarks],
    ...paging,
  })
}

interface Paging {
  readonly limit: number
  readonly after?: string
}

function bound({ status, category, assignee }: RegisterFilter, staff: StaffMember) {
  const read = categoriesOf(staff, 'cases.read')
  return {
    ...(status?.length && { status }),
    ...(category && { category }),
    ...(!category && read && { category: read }),
    ...(assignee && { handler: assignee === 'me' ? staff.id : assignee }),
  } satisfies Record<string, Bound | readonly Bound[]>
}

const dueWithin = (due: RegisterFilter['due'], now: Instant): Range | null =>
  due === undefined ? null : due === 'overdue' ? { to: now } : { from: now, to: plusMilliseconds(now, SOON) }

/** A filter as a search by words takes it. */
function narrowed(filter: RegisterFilter, staff: StaffMember, now: Instant): Pick<WordQuery, 'narrow' | 'within'> {
  const range = dueWithin(filter.due, now)
  return {
    narrow: { ...bound(filter, staff), ...(range && { runs: 'yes' }) },
    ...(range && { within: { key: 'dueAt', ...range } }),
  }
}

/** So many values of leading keys are merged at once; beyond it, the order is walked. */
const MOST_MERGED = 100

/** The index that serves a filter. */
export function queryFor(filter: RegisterFilter, staff: StaffMember, now: Instant): Omit<Query, 'limit' | 'after'> {
  const wanted = bound(filter, staff)
  const { status = statuses, category, handler } = wanted
  if (filter.due || filter.sort === 'due_asc') {
    const range = dueWithin(filter.due, now)
    return { index: 'due', ...(range && { range }), also: wanted, order: 'ascending' }
  }
  const order = filter.sort === 'received_asc' ? 'ascending' : 'descending'
  if (handler) return { index: 'handler', where: { handler, status }, ...(category && { also: { category } }), order }
  if (!category) return wanted.status ? { index: 'status', where: { status }, order } : { index: 'received', order }
  const isMerged = [category].flat().length * status.length <= MOST_MERGED
  if (isMerged) return { index: 'categoryStatus', where: { category, status }, order }
  return { index: 'status', where: { status }, also: { category }, order }
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
