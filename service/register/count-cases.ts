import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { asksForFigure } from './list-figure.ts'
import { queryFor, type RegisterFilter, type SearchedOn, toSearchFilter, wordMarksOf } from './register-filter.ts'

/** Cases are counted exactly up to this; one more stands for all beyond. */
export const MOST_COUNTED = 999

/**
 * Counts the cases that match a filter and that somebody may read; for a text, those with all of its words. `null` if
 * the filter has dates and a period, which no index counts together, or a figure of a report.
 */
export async function countCases(
  { complaints }: { readonly complaints: ComplaintStore },
  staff: StaffMember,
  filter: RegisterFilter,
  asked: SearchedOn,
): Promise<number | null> {
  const isFigure = asksForFigure({ ...filter, sort: 'received_desc' })
  if ((filter.due && (filter.from || filter.to)) || isFigure) return null
  const { tenant } = staff
  const marks = [...staff.guardMarks]
  const narrowing = toSearchFilter(filter, staff, asked)
  if (filter.q || wordMarksOf(filter).length > 0)
    return complaints.countFound(tenant, filter.q ?? '', { ...narrowing, without: marks }, MOST_COUNTED)
  // The order by date would leave out cases without one.
  const { order: _, ...query } = queryFor({ ...filter, sort: 'received_desc' }, staff, asked)
  const kept = await complaints.countBearing(tenant, marks, narrowing)
  const all = await complaints.count(tenant, query, MOST_COUNTED + kept)
  return Math.min(all - kept, MOST_COUNTED + 1)
}
