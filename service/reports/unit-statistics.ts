import { mayIn, talliesFor } from '../complaints/case-access.ts'
import type { ComplaintStore } from '../complaints/complaint-store.ts'
import type { Tally } from '../complaints/complaint-tallies.ts'
import { type Status, statuses } from '../complaints/vocabulary.ts'
import { localDateOf } from '../deadlines/working-days.ts'
import type { RecordAccess } from '../records/record-access.ts'
import type { Instant } from '../shared/instant.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { roundedPercent, suppressSmall, totalOf } from './suppress-small.ts'

export interface StatisticsPorts {
  readonly complaints: ComplaintStore
  readonly record: RecordAccess
  readonly now: () => Instant
}

/** Counts of a unit; `null` is a number that is hidden. The lines are never crossed with each other. */
export interface UnitStatistics {
  /** Small counts are hidden from whoever may not read the cases themselves. */
  readonly hidesSmall: boolean
  readonly total: number | null
  readonly overdue: number | null
  /** How many of a hundred answers came in time; `null` where there are too few to say. */
  readonly inTimePercent: number | null
  readonly byStatus: readonly { readonly status: Status; readonly cases: number | null }[]
  readonly byCategory: readonly { readonly category: string; readonly cases: number | null }[]
  /** Of the last twelve months, oldest first, behind all that came before them: `month: null`. */
  readonly byMonth: readonly { readonly month: string | null; readonly cases: number | null }[]
}

/** What an observer sees of a unit: counts, and no case. @throws Refusal `staff/not-permitted` */
export async function unitStatistics(
  ports: StatisticsPorts,
  staff: StaffMember,
  { settings }: Tenant,
): Promise<UnitStatistics> {
  const now = ports.now()
  const { tallies, overdue } = await talliesFor(ports, staff, now)
  await ports.record(staff.tenant, { by: staff.id, act: 'statistics.read', subject: null, detail: null })

  const summed = (is: (one: Tally) => boolean) => tallies.filter(is).reduce((sum, { cases }) => sum + cases, 0)
  const total = summed(() => true)
  const hidesSmall = !tallies.every(({ category }) => mayIn(staff, 'cases.read', category))
  const shown = (counts: readonly number[]) => (hidesSmall ? suppressSmall(counts) : counts)

  const categories = [
    ...new Set([...settings.categories.map(({ code }) => code), ...tallies.map((one) => one.category)]),
  ]
  const months = twelveMonthsTo(localDateOf(now, settings.calendar))
  const perStatus = shown(statuses.map((status) => summed((one) => one.status === status)))
  const perCategory = shown(categories.map((category) => summed((one) => one.category === category)))
  const perMonth = shown(
    [null, ...months].map((month) =>
      summed((one) => (month === null ? one.month < (months[0] ?? '') : one.month === month)),
    ),
  )
  const inTime = summed(({ timeliness }) => timeliness === 'in_time')
  const late = summed(({ timeliness }) => timeliness === 'late')
  return {
    hidesSmall,
    total: hidesSmall ? totalOf([total]) : total,
    overdue: shown([overdue, total - overdue])[0] ?? null,
    inTimePercent: hidesSmall ? roundedPercent(inTime, late) : percent(inTime, late),
    byStatus: statuses.map((status, at) => ({ status, cases: perStatus[at] ?? null })),
    byCategory: categories.map((category, at) => ({ category, cases: perCategory[at] ?? null })),
    byMonth: [null, ...months].map((month, at) => ({ month, cases: perMonth[at] ?? null })),
  }
}

const percent = (part: number, rest: number): number | null =>
  part + rest === 0 ? null : Math.round((100 * part) / (part + rest))

/** The month of that day and the eleven before it, oldest first. */
function twelveMonthsTo(day: string): string[] {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, month - 12 + at)).toISOString().slice(0, 7))
}
