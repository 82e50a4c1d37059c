import { DAY, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { KeyValue, Page, Query } from '../storage/collection.ts'
import { caseFor, categoriesRead, countsFor, pageSeen, perStatus } from './case-access.ts'
import { nextDueAt } from './case-clocks.ts'
import type { Complaint } from './complaint.ts'
import type { DeskPorts } from './desk.ts'
import type { Status } from './vocabulary.ts'

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
  const { items, nextCursor } = await complaints.search(staff.tenant, q, {
    also: bound(filter, staff),
    ...paging,
  })
  return { items: items.filter(({ clocks }) => isDueAsAsked(nextDueAt(clocks), filter.due, now())), nextCursor }
}

// The index of words knows no dates, so a page of a search can come out shorter than its limit.
const isDueAsAsked = (dueAt: Instant | null, due: RegisterFilter['due'], now: Instant): boolean => {
  if (due === undefined) return true
  if (dueAt === null) return false
  return due === 'overdue' ? dueAt <= now : dueAt >= now && dueAt <= plusMilliseconds(now, SOON)
}

interface Paging {
  readonly limit: number
  readonly after?: string
}

function bound({ status, category, assignee }: RegisterFilter, staff: StaffMember) {
  const { id } = staff
  const read = categoriesRead(staff)
  return {
    ...(status?.length && { status }),
    ...(category && { category }),
    ...(!category && read && { category: read }),
    ...(assignee && { handler: assignee === 'me' ? id : assignee }),
  } satisfies Record<string, KeyValue | readonly KeyValue[]>
}

/** The index that serves a filter; what it leaves open is narrowed among few. */
export function queryFor(filter: RegisterFilter, staff: StaffMember, now: Instant): Omit<Query, 'limit' | 'after'> {
  const { status, category, handler } = bound(filter, staff)
  const wanted = { ...(status && { status }), ...(category && { category }), ...(handler && { handler }) }
  if (filter.due || filter.sort === 'due_asc') {
    const range =
      filter.due && (filter.due === 'overdue' ? { to: now } : { from: now, to: plusMilliseconds(now, SOON) })
    return { index: 'due', ...(range && { range }), also: wanted, order: 'ascending' }
  }
  const order = filter.sort === 'received_asc' ? 'ascending' : 'descending'
  if (handler) {
    const { handler: _, ...also } = wanted
    return { index: 'handler', where: { handler }, also, order }
  }
  if (category && status) return { index: 'categoryStatus', where: { category, status }, order }
  if (category) return { index: 'category', where: { category }, order }
  if (status) return { index: 'status', where: { status }, order }
  return { index: 'received', order }
}

/**
 * A case as one person reads it; that they did is written down before they see it.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function openCase(
  { complaints, record }: DeskPorts,
  staff: StaffMember,
  number: string,
  act: 'case.read' | 'receipt.read' = 'case.read',
): Promise<Complaint> {
  const complaint = await caseFor({ complaints }, staff, 'cases.read', number)
  await record(staff.tenant, { by: staff.id, act, subject: number, detail: null })
  return complaint
}
