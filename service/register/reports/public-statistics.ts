import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { Tally } from '../../case/store/complaint-tallies.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Outcome, outcomes } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import { type Month, monthsBefore, monthsOf, type Period } from './period.ts'
import { roundedPercent, SMALLEST_SHOWN, suppressSmall, totalOf } from './suppress-small.ts'

interface Counted {
  /** `null` hides a number that could reveal who it is about. */
  readonly cases: number | null
}

/** The last twelve whole months, never the current one. */
export interface PublicStatistics {
  readonly asOf: Day
  readonly period: Period
  readonly total: number | null
  readonly inTimePercent: number | null
  readonly byMonth: readonly (Counted & { readonly month: Month })[]
  readonly byCategory: readonly (Counted & { readonly category: string })[]
  readonly byOutcome: readonly (Counted & { readonly outcome: Outcome })[]
}

/** The latest published counts, and their source. */
export interface KeptStatistics extends Kept {
  readonly checkedOn: Day
  readonly shown: PublicStatistics
  readonly counted: { readonly received: number; readonly answered: number }
}

export const publicStatisticsSpec: CollectionSpec<KeptStatistics> = {
  name: 'publicStatistics',
  keys: { checkedOn: ({ checkedOn }) => checkedOn },
  indexes: { checked: { on: ['checkedOn'] } },
}

export interface PublicStatisticsPorts {
  readonly complaints: ComplaintStore
  readonly publicStatistics: Collection<KeptStatistics>
  readonly now: () => Instant
}

const LATEST = 'latest'

/** @throws Refusal `statistics/not-public` if the tenant has not switched it on */
export async function readPublicStatistics(ports: PublicStatisticsPorts, tenant: Tenant): Promise<PublicStatistics> {
  if (!tenant.settings.publicStatistics) throw new Refusal('not-found', 'statistics/not-public')
  return currentStatistics(ports, tenant)
}

/** Exactly what the public sees, or would see. @throws Refusal `staff/not-permitted` */
export async function previewPublicStatistics(
  ports: PublicStatisticsPorts,
  staff: StaffMember,
  tenant: Tenant,
): Promise<PublicStatistics> {
  requirePermission(staff, 'tenant.configure')
  return currentStatistics(ports, tenant)
}

/**
 * It is counted once a day, and renewed only when at least five cases differ, so that a daily visitor sees no single
 * case come, be answered, or go.
 */
async function currentStatistics(
  { complaints, publicStatistics, now }: PublicStatisticsPorts,
  { id, settings }: Tenant,
): Promise<PublicStatistics> {
  const today = localDateOf(now(), settings.calendar)
  const found = await publicStatistics.get(id, LATEST)
  if (found?.checkedOn === today) return found.shown
  const to = monthsBefore(today.slice(0, 7), 1)
  const period = { from: monthsBefore(to, 11), to }
  const tallies = await complaints.tally(id, 'publicTally', period)
  const codes = settings.categories.filter(({ active }) => active).map(({ code }) => code)
  const fresh = shownOf(tallies, period, codes, today)
  const { shown, counted } = found && !isNews(found.counted, fresh.counted) ? found : fresh
  const kept = { tenant: id, id: LATEST, checkedOn: today, shown, counted }
  // If two readers race on a day, either result is right.
  if (found) await publicStatistics.replace({ ...kept, version: found.version })
  else await publicStatistics.insert(kept).catch(() => {})
  return shown
}

type CountedNow = KeptStatistics['counted']

/** Whether enough changed that the difference reveals nobody's case. */
export const isNews = (before: CountedNow, now: CountedNow): boolean =>
  Math.abs(now.received - before.received) >= SMALLEST_SHOWN ||
  Math.abs(now.answered - before.answered) >= SMALLEST_SHOWN

/** The key is an outcome and its timeliness, or `-` for either. */
const outcomeIn = ({ what }: Tally): { readonly outcome: string; readonly timeliness: string } => {
  const [outcome = '-', timeliness = '-'] = what.split('/')
  return { outcome, timeliness }
}

export function shownOf(
  tallies: readonly Tally[],
  period: Period,
  activeCategories: readonly string[],
  asOf: Day,
): { readonly shown: PublicStatistics; readonly counted: CountedNow } {
  const sumCases = (is: (one: Tally) => boolean) => tallies.filter(is).reduce((sum, { cases }) => sum + cases, 0)
  const listLines = <Name extends string, Value extends string>(
    name: Name,
    values: readonly Value[],
    isIn: (one: Tally, value: Value) => boolean,
  ) => {
    const counts = suppressSmall(values.map((value) => sumCases((one) => isIn(one, value))))
    return values.map((value, at) => ({ [name]: value, cases: counts[at] ?? null })) as (Counted &
      Record<Name, Value>)[]
  }
  const received = sumCases(() => true)
  const inTime = sumCases((one) => outcomeIn(one).timeliness === 'in_time')
  const late = sumCases((one) => outcomeIn(one).timeliness === 'late')
  const categories = [...new Set([...activeCategories, ...tallies.map(({ category }) => category)])]
  return {
    counted: { received, answered: sumCases((one) => outcomeIn(one).outcome !== '-') },
    shown: {
      asOf,
      period,
      total: totalOf([received]),
      inTimePercent: roundedPercent(inTime, late),
      byMonth: listLines('month', monthsOf(period), ({ when }, month) => when === month),
      byCategory: listLines('category', categories, (one, category) => one.category === category),
      byOutcome: listLines('outcome', outcomes, (one, outcome) => outcomeIn(one).outcome === outcome),
    },
  }
}
