import type { Tally } from '../../case/store/complaint-tallies.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { endOfDay, localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Outcome, outcomes } from '../../offices/vocabulary.ts'
import type { Day } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { figureTests } from '../facts/case-facts.ts'
import { type FactsOffice, takeFacts } from '../facts/take-facts.ts'
import { firstDay, lastDay, type Month, monthsBefore, monthsOf, type Period } from './period-report.ts'

/** Fewer cases than this in one cell could reveal who they are about. */
export const SMALLEST_SHOWN = 5

/**
 * Hides small counts (`null`). Where the total of the line would reveal them, the next smallest is hidden too. Zero
 * is shown, because it is about nobody.
 */
export function suppressSmall(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(counts.flatMap((count, at) => (count > 0 && count < SMALLEST_SHOWN ? [at] : [])))
  if (hidden.size === 0) return [...counts]
  const others = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden.has(at))
    .sort((a, b) => a.count - b.count)
  const sum = () => [...hidden].reduce((total, at) => total + (counts[at] ?? 0), 0)
  while ((hidden.size < 2 || sum() < SMALLEST_SHOWN) && others.length > 0) hidden.add(others.shift()?.at ?? 0)
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/** `null` means that all parts are hidden and small. */
export function totalOf(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > 0 && total < SMALLEST_SHOWN ? null : total
}

/** A percentage in steps of five: a finer one would reveal counts that are hidden elsewhere. `null` means too few. */
export function roundedPercent(part: number, rest: number): number | null {
  if (part + rest < SMALLEST_SHOWN) return null
  return Math.round((20 * part) / (part + rest)) * 5
}

type Cells = ReadonlyMap<string, number | null>

const isSmallStep = (before: number, now: number): boolean => before !== now && Math.abs(now - before) < SMALLEST_SHOWN

/** A published number stays as it was until it differs by enough cases; otherwise two answers would tell of one case. */
export const steadyCount = (before: number | null | undefined, now: number | null): number | null =>
  typeof before === 'number' && now !== null && isSmallStep(before, now) ? before : now

/** What is left for the hidden cells of a list. */
const restOf = (cells: Cells, total: number | null): number =>
  [...cells.values()].reduce<number>((rest, cell) => rest - (cell ?? 0), total ?? 0)

const hiddenIn = (cells: Cells): string =>
  [...cells]
    .flatMap(([name, cell]) => (cell === null ? [name] : []))
    .toSorted()
    .join('\n')

interface Published {
  readonly total: number | null
  readonly cells: Cells
}

/**
 * The same for a list. Where what is left for its hidden cells would change by a few cases, the list stays whole.
 * @param now with the total as it is published with it
 */
export function steadyList(before: Published | null, now: Published): Cells {
  if (!before) return now.cells
  const cells = new Map([...now.cells].map(([name, cell]) => [name, steadyCount(before.cells.get(name), cell)]))
  const isOfSameCells = [...cells.keys()].every((name) => before.cells.has(name))
  const hidden = hiddenIn(cells)
  if (!isOfSameCells || hidden === '' || hidden !== hiddenIn(before.cells)) return cells
  return isSmallStep(restOf(before.cells, before.total), restOf(cells, now.total)) ? before.cells : cells
}

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

export interface KeptStatistics extends Kept {
  readonly checkedOn: Day
  readonly shown: PublicStatistics
  /** Those from before lateness was counted lack how many were. */
  readonly counted: { readonly received: number; readonly answered: number; readonly late?: number }
}

export const publicStatisticsSpec: CollectionSpec<KeptStatistics> = {
  name: 'publicStatistics',
  keys: { checkedOn: ({ checkedOn }) => checkedOn },
  indexes: { checked: { on: ['checkedOn'] } },
}

export interface StatisticsOffice extends FactsOffice {
  readonly publicStatistics: Collection<KeptStatistics>
}

const LATEST = 'latest'

export async function readPublicStatistics(ports: StatisticsOffice, tenant: Tenant): Promise<PublicStatistics> {
  if (!tenant.settings.publicStatistics) throw new Refusal('not-found', 'statistics/not-public')
  return currentStatistics(ports, tenant)
}

/** Exactly what the public sees, or would see. */
export async function previewPublicStatistics(
  ports: StatisticsOffice,
  staff: StaffMember,
  tenant: Tenant,
): Promise<PublicStatistics> {
  requirePermission(staff, 'tenant.configure')
  return currentStatistics(ports, tenant)
}

/**
 * It is counted once a day, and renewed only when at least five cases differ, and each number of it likewise, so that a
 * daily visitor sees no single case come, be answered, or go, and none in a list either.
 */
async function currentStatistics(ports: StatisticsOffice, { id, settings }: Tenant): Promise<PublicStatistics> {
  const { complaints, publicStatistics, now } = ports
  const today = localDateOf(now(), settings.calendar)
  const found = await publicStatistics.get(id, LATEST)
  if (found?.checkedOn === today) return found.shown
  const to = monthsBefore(today.slice(0, 7), 1)
  const period = { from: monthsBefore(to, 11), to }
  const tallies = await complaints.tally(id, 'publicTally', period)
  const codes = settings.categories.filter(({ active }) => active).map(({ code }) => code)
  const fresh = shownOf(tallies, period, codes, today, await countTimely(ports, id, settings.calendar, period))
  const { shown, counted } =
    found && !isNews(found.counted, fresh.counted)
      ? found
      : { ...fresh, shown: keepSteady(found?.shown ?? null, fresh.shown) }
  const kept = { tenant: id, id: LATEST, checkedOn: today, shown, counted }
  // If two readers race on a day, either result is right.
  if (found) await publicStatistics.replace({ ...kept, version: found.version })
  else await publicStatistics.insert(kept).catch(() => {})
  return shown
}

/** What is published after that. */
export function keepSteady(before: PublicStatistics | null, now: PublicStatistics): PublicStatistics {
  const total = steadyCount(before?.total, now.total)
  const list = <Line extends Counted>(
    linesOf: (shown: PublicStatistics) => readonly Line[],
    nameOf: (line: Line) => string,
  ) => {
    const cellsOf = (shown: PublicStatistics) => new Map(linesOf(shown).map((line) => [nameOf(line), line.cases]))
    const cells = steadyList(before && { total: before.total, cells: cellsOf(before) }, { total, cells: cellsOf(now) })
    return linesOf(now).map((line) => ({ ...line, cases: cells.get(nameOf(line)) ?? null }))
  }
  return {
    ...now,
    total,
    byMonth: list(
      ({ byMonth }) => byMonth,
      ({ month }) => month,
    ),
    byCategory: list(
      ({ byCategory }) => byCategory,
      ({ category }) => category,
    ),
    byOutcome: list(
      ({ byOutcome }) => byOutcome,
      ({ outcome }) => outcome,
    ),
  }
}

type CountedNow = KeptStatistics['counted']

/** Whether enough changed that the difference reveals nobody's case. */
export const isNews = (before: CountedNow, now: CountedNow): boolean =>
  Math.abs(now.received - before.received) >= SMALLEST_SHOWN ||
  Math.abs(now.answered - before.answered) >= SMALLEST_SHOWN ||
  Math.abs((now.late ?? 0) - (before.late ?? 0)) >= SMALLEST_SHOWN

interface Timely {
  readonly inTime: number
  readonly late: number
}

/**
 * Counts answers in time against late ones and what is overdue without one, so that an office that answers nothing does
 * not look punctual. It happens once a day, and a job took the facts of most cases before.
 */
async function countTimely(
  ports: StatisticsOffice,
  tenant: TenantId,
  calendar: OfficeCalendar,
  { from, to }: Period,
): Promise<Timely> {
  const span = { from: momentAt(firstDay(from), '00:00', calendar), to: endOfDay(lastDay(to), calendar) }
  const at = ports.now()
  await takeFacts(ports, tenant)
  let [inTime, late] = [0, 0]
  for await (const some of ports.reportFacts.between(tenant, span)) {
    for (const facts of some) {
      if (facts.guarded || facts.receivedAt < span.from || facts.receivedAt > span.to) continue
      if (figureTests.in_time(facts, at)) inTime++
      else if (figureTests.out_of_time(facts, at)) late++
    }
  }
  return { inTime, late }
}

/** The key is an outcome and its timeliness, or `-` for either. */
const outcomeIn = ({ what }: Tally): string => what.split('/')[0] ?? '-'

export function shownOf(
  tallies: readonly Tally[],
  period: Period,
  activeCategories: readonly string[],
  asOf: Day,
  { inTime, late }: Timely,
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
  const categories = [...new Set([...activeCategories, ...tallies.map(({ category }) => category)])]
  return {
    counted: { received, answered: sumCases((one) => outcomeIn(one) !== '-'), late },
    shown: {
      asOf,
      period,
      total: totalOf([received]),
      inTimePercent: roundedPercent(inTime, late),
      byMonth: listLines('month', monthsOf(period), ({ when }, month) => when === month),
      byCategory: listLines('category', categories, (one, category) => one.category === category),
      byOutcome: listLines('outcome', outcomes, (one, outcome) => outcomeIn(one) === outcome),
    },
  }
}
