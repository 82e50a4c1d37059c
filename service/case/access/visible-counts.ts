import { type Permission, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Range } from '../../storage/collection.ts'
import type { Office } from '../office/office.ts'
import type { StatusCounts } from '../store/complaint-store.ts'
import type { Tally, TallyName } from '../store/complaint-tallies.ts'
import { categoriesOf, mayIn } from './case-access.ts'

/** Subtracts what is hidden from somebody, and limits the counts to the categories of the permission. */
function subtractHidden<Counted extends { readonly category: string; readonly cases: number }>(
  staff: StaffMember,
  permission: Permission,
  counts: readonly Counted[],
  kept: readonly Counted[],
  keyOf: (count: Counted) => string,
): Counted[] {
  const less = new Map(kept.map((count) => [keyOf(count), count.cases]))
  const left: Counted[] = []
  for (const count of counts) {
    if (!mayIn(staff, permission, count.category)) continue
    const fewer = less.size > 0 ? (less.get(keyOf(count)) ?? 0) : 0
    if (count.cases > fewer) left.push(fewer === 0 ? count : { ...count, cases: count.cases - fewer })
  }
  return left
}

/** @throws Refusal `staff/not-permitted` */
export async function countByStatus(office: Office, staff: StaffMember): Promise<StatusCounts> {
  requirePermission(staff, 'cases.read')
  return countsBy(office, staff, 'cases.read')
}

async function countsBy({ complaints }: Office, staff: StaffMember, permission: Permission): Promise<StatusCounts> {
  const [counts, kept] = await Promise.all([
    complaints.counts(staff.tenant),
    complaints.countsBearing(staff.tenant, [...staff.guardMarks]),
  ])
  return subtractHidden(staff, permission, counts, kept, ({ category, status }) => `${category} ${status}`)
}

export interface VisibleCounts {
  tally(name: TallyName, range?: Range<string>): Promise<readonly Tally[]>
  statuses(): Promise<StatusCounts>
  /**
   * Counts cases with a passed date.
   * @param category limits the count to one category
   */
  overdue(now: Instant, category?: string): Promise<number>
}

/** @throws Refusal `staff/not-permitted` */
export function countVisible(office: Office, staff: StaffMember): VisibleCounts {
  const { complaints } = office
  requirePermission(staff, 'reports.read')
  const { tenant } = staff
  const marks = [...staff.guardMarks]
  return {
    async tally(name, range) {
      const [tallies, kept] = await Promise.all([
        complaints.tally(tenant, name, range),
        complaints.tallyBearing(tenant, marks, name),
      ])
      return subtractHidden(
        staff,
        'reports.read',
        tallies,
        kept,
        ({ when, category, what }) => `${when} ${category} ${what}`,
      )
    },

    statuses: () => countsBy(office, staff, 'reports.read'),

    async overdue(now, category) {
      if (category && !mayIn(staff, 'reports.read', category)) return 0
      return complaints.countOverdue(tenant, now, category ? [category] : categoriesOf(staff, 'reports.read'), marks)
    },
  }
}

export function sumByStatus(counts: StatusCounts): Partial<Record<Status, number>> {
  const sums: Partial<Record<Status, number>> = {}
  for (const { status, cases } of counts) sums[status] = (sums[status] ?? 0) + cases
  return sums
}
