import { notPermitted, type Permission, requirePermission, stewardPermissions } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Page } from '../storage/collection.ts'
import type { Complaint } from './complaint.ts'
import { type ComplaintStore, type KeptOutline, notFound, type StatusCounts } from './complaint-store.ts'
import type { Status } from './vocabulary.ts'

type Guarded = Pick<Complaint, 'category' | 'guard'>

/** The case concerns this person, or somebody above them: for them it does not exist. */
const isKeptFrom = ({ guardMarks }: StaffMember, { guard }: Guarded): boolean =>
  guard?.marks.some((mark) => guardMarks.has(mark)) ?? false

/** Whether somebody may do this in cases of that category. */
export const mayIn = ({ permissions, limits }: StaffMember, permission: Permission, category: string): boolean =>
  permissions.has(permission) && (limits.get(permission)?.has(category) ?? true)

/** Whether somebody may do this to this case. The steward of a guarded case may do all that it takes. */
export const mayOn = (staff: StaffMember, permission: Permission, complaint: Guarded): boolean =>
  !isKeptFrom(staff, complaint) &&
  (mayIn(staff, permission, complaint.category) ||
    (complaint.guard?.steward === staff.id && stewardPermissions.has(permission)))

export const sees = (staff: StaffMember, complaint: Guarded): boolean => mayOn(staff, 'cases.read', complaint)

/**
 * Lets pass who has one of the permissions on the case. Who may do it to no case at all is told so, whether there is
 * such a case or not; who may not see this one is told what is told of one that does not exist.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
function permit(staff: StaffMember, needed: readonly [Permission, ...Permission[]], complaint: Complaint | null) {
  if (complaint && needed.some((permission) => mayOn(staff, permission, complaint))) return
  if (!needed.some((permission) => staff.permissions.has(permission))) throw notPermitted(needed[0])
  if (!complaint || !sees(staff, complaint)) throw notFound()
  throw notPermitted(needed[0])
}

interface AccessPorts {
  readonly complaints: ComplaintStore
}

/** A case for somebody who has the permission on it. @throws Refusal `staff/not-permitted`, `complaint/not-found` */
export async function caseFor(
  { complaints }: AccessPorts,
  staff: StaffMember,
  permission: Permission,
  number: string,
): Promise<Complaint> {
  const complaint = await complaints.find(staff.tenant, number)
  permit(staff, [permission], complaint)
  if (!complaint) throw notFound()
  return complaint
}

/**
 * Loads, decides, saves, for somebody who has one of the permissions on the case.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, and what `decide` throws
 */
export async function changeCaseFor(
  { complaints }: AccessPorts,
  staff: StaffMember,
  needed: readonly [Permission, ...Permission[]],
  number: string,
  decide: (complaint: Complaint) => Complaint | Promise<Complaint>,
): Promise<Complaint> {
  const maySomewhere = needed.some((permission) => staff.permissions.has(permission))
  if (!maySomewhere) permit(staff, needed, await complaints.find(staff.tenant, number))
  return complaints.change(staff.tenant, number, (complaint) => {
    permit(staff, needed, complaint)
    return decide(complaint)
  })
}

/** The categories whose cases somebody reads; `null`: all. */
export const categoriesRead = ({ limits }: StaffMember): readonly string[] | null => {
  const limit = limits.get('cases.read')
  return limit ? [...limit] : null
}

/**
 * A page of the cases that somebody sees, as long as it was asked for. What is kept from them leaves no hole in it.
 * @param ask gives up to `limit` cases behind `after`
 */
export async function pageSeen(
  staff: StaffMember,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ask: (paging: { readonly limit: number; readonly after?: string }) => Promise<Page<Complaint>>,
): Promise<Page<Complaint>> {
  const items: Complaint[] = []
  let cursor = after ?? null
  do {
    const page: Page<Complaint> = await ask({ limit: limit - items.length, ...(cursor && { after: cursor }) })
    items.push(...page.items.filter((complaint) => sees(staff, complaint)))
    cursor = page.nextCursor
  } while (cursor && items.length < limit)
  return { items, nextCursor: cursor }
}

/** What is kept from somebody in their unit. */
export const keptFrom = ({ complaints }: AccessPorts, staff: StaffMember): Promise<readonly KeptOutline[]> =>
  complaints.guardedBy(staff.tenant, [...staff.guardMarks])

/**
 * How many cases there are per category and status, as somebody may count them by this permission.
 * @throws Refusal `staff/not-permitted`
 */
export async function countsFor(
  ports: AccessPorts,
  staff: StaffMember,
  permission: 'cases.read' | 'reports.read',
): Promise<StatusCounts> {
  requirePermission(staff, permission)
  const [counts, kept] = await Promise.all([ports.complaints.counts(staff.tenant), keptFrom(ports, staff)])
  return counts
    .filter(({ category }) => mayIn(staff, permission, category))
    .map(({ category, status, cases }) => {
      const missing = kept.filter((one) => one.category === category && one.status === status).length
      return { category, status, cases: cases - missing }
    })
    .filter(({ cases }) => cases > 0)
}

/** The same counts per status alone. */
export function perStatus(counts: StatusCounts): Partial<Record<Status, number>> {
  const sums: Partial<Record<Status, number>> = {}
  for (const { status, cases } of counts) sums[status] = (sums[status] ?? 0) + cases
  return sums
}

/** Whether a number may stand in what somebody reads besides cases: lines of the log, messages. */
export async function numbersKeptFrom(ports: AccessPorts, staff: StaffMember): Promise<ReadonlySet<string>> {
  return new Set((await keptFrom(ports, staff)).map(({ number }) => number))
}
