import { countsFor } from '../complaints/case-access.ts'
import type { ComplaintStore } from '../complaints/complaint-store.ts'
import { type Status, statuses } from '../complaints/vocabulary.ts'
import type { RecordAccess } from '../records/record-access.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { suppressSmall, totalOf } from './suppress-small.ts'

export interface StatisticsPorts {
  readonly complaints: ComplaintStore
  readonly record: RecordAccess
}

/** Counts of a unit; `null` is a number too small to be shown. The two lines are never crossed with each other. */
export interface UnitStatistics {
  readonly total: number | null
  readonly byStatus: readonly { readonly status: Status; readonly cases: number | null }[]
  readonly byCategory: readonly { readonly category: string; readonly cases: number | null }[]
}

/** What an observer sees of a unit: counts, and no case. @throws Refusal `staff/not-permitted` */
export async function unitStatistics(
  ports: StatisticsPorts,
  staff: StaffMember,
  categories: readonly string[],
): Promise<UnitStatistics> {
  const counts = await countsFor(ports, staff, 'reports.read')
  await ports.record(staff.tenant, { by: staff.id, act: 'statistics.read', subject: null, detail: null })
  const summed = (is: (one: (typeof counts)[number]) => boolean) =>
    counts.filter(is).reduce((sum, { cases }) => sum + cases, 0)
  const perStatus = statuses.map((status) => summed((one) => one.status === status))
  const perCategory = categories.map((category) => summed((one) => one.category === category))
  const shownStatuses = suppressSmall(perStatus)
  const shownCategories = suppressSmall(perCategory)
  return {
    total: totalOf(perStatus),
    byStatus: statuses.map((status, at) => ({ status, cases: shownStatuses[at] ?? null })),
    byCategory: categories.map((category, at) => ({ category, cases: shownCategories[at] ?? null })),
  }
}
