import type { StaffMember } from '../staff/staff-member.ts'
import type { ComplaintStore } from './complaint-store.ts'
import { type Asked, narrowed, queryFor, type RegisterFilter } from './register-filter.ts'

/** Up to so many cases a filter is counted exactly; one more stands for all that are beyond. */
export const MOST_COUNTED = 999

/**
 * How many of the cases that somebody reads fit a filter; of a text, those that have all of its words. `null`: dates
 * and a period at once, which no index counts.
 */
export async function countCases(
  { complaints }: { readonly complaints: ComplaintStore },
  staff: StaffMember,
  filter: RegisterFilter,
  asked: Asked,
): Promise<number | null> {
  if (filter.due && (filter.from || filter.to)) return null
  const { tenant } = staff
  const marks = [...staff.guardMarks]
  const narrowing = narrowed(filter, staff, asked)
  if (filter.q) return complaints.countFound(tenant, filter.q, { ...narrowing, without: marks }, MOST_COUNTED)
  // By the order of receipt: the order by date leaves out what has none.
  const { order: _, ...query } = queryFor({ ...filter, sort: 'received_desc' }, staff, asked)
  const kept = await complaints.countBearing(tenant, marks, narrowing)
  const all = await complaints.count(tenant, query, MOST_COUNTED + kept)
  return Math.min(all - kept, MOST_COUNTED + 1)
}
