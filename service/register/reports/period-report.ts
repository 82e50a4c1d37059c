import { mayIn, sees } from '../../case/access/case-access.ts'
import { takeOut } from '../../case/access/cover-for.ts'
import { type LeftOutNumbers, type ReceiptOffice, readLeftOutNumbers } from '../../case/receipt/issued-receipts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Improvement } from '../../case/shape/handling.ts'
import { placeOf } from '../../case/shape/story-fields.ts'
import {
  type DayNumber,
  dayNumberOf,
  dayOf,
  type OfficeCalendar,
  weekdayOf,
} from '../../offices/calendar/office-calendar.ts'
import { endOfDay, localDateOf, localDayOf, momentAt } from '../../offices/calendar/working-days.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Day, type Instant, parseDay } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { type CaseFacts, countBacklog, figureTests, type OpenOnDay } from '../facts/case-facts.ts'
import { type FactsOffice, visibleFacts } from '../facts/take-facts.ts'
import { measurePeriod, type PeriodFigures, type PeriodMeasure, type RecurringGroup } from './measure-period.ts'

/** A month in the tenant's time zone: `2026-11`. */
export type Month = string

/** Whole months, the last one included. A report may also be asked on days: `2026-11-03` to `2026-11-20`. */
export interface Period {
  readonly from: Month | Day
  readonly to: Month | Day
}

/** Days, the last one included. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
}

export const monthsBefore = (month: Month, count: number): Month => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - count)).toISOString().slice(0, 7)
}

export function monthsOf({ from, to }: Period): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = monthsBefore(month, -1)) months.push(month)
  return months
}

export const firstDay = (month: Month): DayNumber => dayNumberOf(parseDay(`${month}-01`))
export const lastDay = (month: Month): DayNumber => firstDay(monthsBefore(month, -1)) - 1

export const daysOfMonth = (month: Month): Stretch => ({ from: dayOf(firstDay(month)), to: dayOf(lastDay(month)) })

const isOfDays = ({ from, to }: Period): boolean => from.length === DAY_LENGTH && to.length === DAY_LENGTH
const DAY_LENGTH = 10

export const stretchOf = (period: Period): Stretch =>
  isOfDays(period)
    ? { from: parseDay(period.from), to: parseDay(period.to) }
    : { from: daysOfMonth(period.from).from, to: daysOfMonth(period.to).to }

export const daysIn = ({ from, to }: Stretch): number => dayNumberOf(to) - dayNumberOf(from) + 1

export const periodBefore = (period: Period): Period => {
  const { from, to } = period
  if (isOfDays(period)) {
    const stretch = stretchOf(period)
    const first = dayNumberOf(stretch.from)
    return { from: dayOf(first - daysIn(stretch)), to: dayOf(first - 1) }
  }
  const length = monthsOf({ from, to }).length
  return { from: monthsBefore(from, length), to: monthsBefore(to, length) }
}

const sundayAfter = (day: DayNumber): DayNumber => day + ((7 - weekdayOf(day)) % 7)

/** Cuts days into parts of which `endOf` names the last day; the last part is cut at the end, or today. */
function cut({ from, to }: Stretch, today: Day, endOf: (day: DayNumber) => DayNumber): Stretch[] {
  const last = Math.min(dayNumberOf(to), dayNumberOf(today))
  const parts: Stretch[] = []
  for (let day = dayNumberOf(from); day <= last; ) {
    const end = endOf(day)
    parts.push({ from: dayOf(day), to: dayOf(Math.min(end, last)) })
    day = end + 1
  }
  return parts
}

/** Weeks run from Monday to Sunday; the first and the last one are cut at the ends of the period, or today. */
export const weeksOf = (period: Period, today: Day): Stretch[] => cut(stretchOf(period), today, sundayAfter)

const MOST_SINGLE_DAYS = 31
const MOST_WEEKS_IN_DAYS = 124

/** Days of a month, weeks of up to four months, or months: so few that they stand side by side. */
export function partsOf(
  stretch: Stretch,
  today: Day,
): { readonly by: 'day' | 'week' | 'month'; readonly parts: Stretch[] } {
  const days = daysIn(stretch)
  if (days <= MOST_SINGLE_DAYS) return { by: 'day', parts: cut(stretch, today, (day) => day) }
  if (days <= MOST_WEEKS_IN_DAYS) return { by: 'week', parts: cut(stretch, today, sundayAfter) }
  return { by: 'month', parts: cut(stretch, today, (day) => lastDay(dayOf(day).slice(0, 7))) }
}

/** The longest wait of each group, in days; the last group has no end. */
export const agesInDays = [7, 14, 30, 60, null] as const

/** The youngest comes first; the oldest group has no first day. */
export function ageGroups(today: Day): { readonly from: Day | null; readonly to: Day; readonly days: number | null }[] {
  let younger = -1
  return agesInDays.map((days) => {
    const to = dayOf(dayNumberOf(today) - younger - 1)
    if (days !== null) younger = days
    return { from: days === null ? null : dayOf(dayNumberOf(today) - days), to, days }
  })
}

/** What waits now, whenever it was received. */
export interface Standing {
  readonly open: number
  readonly late: number
  /** Those of the late ones that were received before the period: its share in time does not hide them. */
  readonly lateEarlier: number
  /** Open cases by the time since they were received, the youngest first. */
  readonly byAge: readonly (ReturnType<typeof ageGroups>[number] & { readonly cases: number })[]
}

export interface StandingCount {
  take(facts: CaseFacts): void
  figures(): Standing
}

export function countStanding(period: Stretch, today: Day, now: Instant, calendar: OfficeCalendar): StandingCount {
  const first = dayNumberOf(period.from)
  const groups = ageGroups(today).map((group) => ({ ...group, since: group.from && dayNumberOf(group.from), cases: 0 }))
  let [open, late, lateEarlier] = [0, 0, 0]
  return {
    take(facts) {
      if (figureTests.late(facts, now)) {
        late++
        if (localDayOf(facts.receivedAt, calendar) < first) lateEarlier++
      }
      if (!figureTests.open(facts, now)) return
      open++
      const received = localDayOf(facts.receivedAt, calendar)
      const group = groups.find(({ since }) => since === null || received >= since)
      if (group) group.cases++
    },
    figures: () => ({ open, late, lateEarlier, byAge: groups.map(({ since: _, ...group }) => group) }),
  }
}

export interface ReportOffice extends FactsOffice {
  readonly lostReceipts: ReceiptOffice['lostReceipts']
}

export interface Improved extends Pick<Improvement, 'cause' | 'change' | 'owner'> {
  /** `null` once it was checked and holds. */
  readonly checkOn: Day | null
}

/** A group of cases with the name of its place, as the newest of them tells it. */
export interface NamedGroup extends RecurringGroup {
  readonly name: string
  /** What the office changed last because of them; named for the largest groups alone. */
  readonly improvement: Improved | null
}

export interface PeriodReport {
  readonly period: Period
  /** It has as many months as the period, and ends before it. */
  readonly periodBefore: Period
  readonly measuredAt: Instant
  readonly figures: PeriodFigures
  readonly before: PeriodFigures
  /** `null` for a period that is over. */
  readonly standing: Standing | null
  readonly inflow: readonly (Stretch & { readonly cases: number })[]
  readonly inflowBy: 'day' | 'week' | 'month'
  readonly backlog: readonly OpenOnDay[]
  readonly recurring: readonly NamedGroup[]
  /** Numbers that a restore left out in the years of the period: nobody can count those cases. */
  readonly leftOut: readonly LeftOutNumbers[]
  /** The reader handles some categories only, and the report is on those. */
  readonly isPartial: boolean
}

const MOST_MONTHS = 12
const MOST_DAYS = 366

/**
 * Measures whole months, or days, for everybody who reads cases, over the cases that they see. No identity is in it, and of what
 * reporters wrote only places that several name, so nobody else has to agree. No case is counted from what was read of
 * it: each figure counts facts that were taken when the case changed.
 * @param category limits the report to one
 */
export async function reportPeriod(
  ports: ReportOffice,
  staff: StaffMember,
  tenant: Tenant,
  period: Period,
  category?: string,
): Promise<PeriodReport> {
  requirePermission(staff, 'cases.read')
  const { calendar, categories } = tenant.settings
  const now = ports.now()
  const today = localDateOf(now, calendar)
  if (!isMeasured(period, today)) throw new Refusal('invalid', 'report/no-period')
  const stretch = stretchOf(period)
  const detail = `${period.from}_${period.to}`
  await ports.record(staff.tenant, { by: staff.id, act: 'statistics.read', subject: null, detail })

  const before = periodBefore(period)
  const [thisTime, timeBefore] = [spanOf(period, calendar), spanOf(before, calendar)]
  const standing = stretch.to >= today ? countStanding(stretch, today, now, calendar) : null
  const measured = measurePeriod(calendar, now)
  const measuredBefore = measurePeriod(calendar, now)
  const backlog = countBacklog(
    dayNumberOf(stretch.from),
    Math.min(dayNumberOf(stretch.to), dayNumberOf(today)),
    calendar,
  )
  for await (const some of visibleFacts(ports, staff, { from: timeBefore.from, to: thisTime.to })) {
    for (const facts of some) {
      if (category !== undefined && facts.category !== category) continue
      if (isWithin(facts, thisTime)) measured.take(facts)
      else if (isWithin(facts, timeBefore)) measuredBefore.take(facts)
      backlog.take(facts)
      standing?.take(facts)
    }
  }
  const figures = measured.figures()
  const { by, parts } = partsOf(stretch, today)
  return {
    period,
    periodBefore: before,
    measuredAt: now,
    figures,
    before: measuredBefore.figures(),
    standing: standing?.figures() ?? null,
    inflow: parts.map((part) => ({ ...part, cases: receivedIn(measured, part) })),
    inflowBy: by,
    backlog: backlog.days(),
    recurring: await nameGroups(ports, staff, figures.recurring),
    leftOut: (await readLeftOutNumbers(ports, staff.tenant)).filter(({ series }) => isYearOf(series, period)),
    isPartial: !categories.every(({ code }) => mayIn(staff, 'cases.read', code)),
  }
}

/** Twelve months or as many days at most, which have begun. */
function isMeasured(period: Period, today: Day): boolean {
  const { from, to } = period
  if (from.length !== to.length || from > to || from > today.slice(0, from.length)) return false
  // The 31st of April is read as the 1st of May.
  const isThere = ({ from, to }: Stretch) => [from, to].every((day) => dayOf(dayNumberOf(day)) === day)
  if (!isThere(stretchOf(period))) return false
  return (
    daysIn(stretchOf(period)) <= MOST_DAYS && (from.length === today.length || monthsOf(period).length <= MOST_MONTHS)
  )
}

function receivedIn(measured: PeriodMeasure, { from, to }: Stretch): number {
  let cases = 0
  for (let day = dayNumberOf(from); day <= dayNumberOf(to); day++) cases += measured.receivedOn(day)
  return cases
}

export interface Span {
  readonly from: Instant
  readonly to: Instant
}

export const spanOf = (period: Period, calendar: OfficeCalendar): Span => {
  const { from, to } = stretchOf(period)
  return { from: momentAt(dayNumberOf(from), '00:00', calendar), to: endOfDay(dayNumberOf(to), calendar) }
}

export const isWithin = ({ receivedAt }: CaseFacts, { from, to }: Span): boolean =>
  receivedAt >= from && receivedAt <= to

const isYearOf = (series: string, { from, to }: Period): boolean =>
  series >= from.slice(0, 4) && series <= to.slice(0, 4)

/** So many of the groups are shown with what the office changed. */
export const LARGEST = 3

/** Only cases that name a place or an improvement are opened, one for each, as this person may take them out. */
async function nameGroups(
  ports: ReportOffice,
  staff: StaffMember,
  groups: readonly RecurringGroup[],
): Promise<NamedGroup[]> {
  const improved = groups.slice(0, LARGEST).flatMap((group) => group.improved ?? [])
  const opened = await ports.complaints.several(staff.tenant, [
    ...new Set([...groups.map(({ number }) => number), ...improved]),
  ])
  const shown = await Promise.all(
    opened.filter((complaint) => sees(staff, complaint)).map((one) => takeOut(ports, one)),
  )
  const cases = new Map(shown.map((one) => [one.id, one]))
  return groups.flatMap((group, at) => {
    const named = cases.get(group.number)
    const name = named && placeOf(named.dossier)?.trim()
    const improved = group.improved !== null && at < LARGEST ? cases.get(group.improved) : undefined
    return name ? [{ ...group, name, improvement: improved ? improvementOf(improved) : null }] : []
  })
}

function improvementOf({ dossier: { improvement }, improvementDue }: Complaint): Improved | null {
  if (!improvement) return null
  const { cause, change, owner, checkOn } = improvement
  return { cause, change, owner, checkOn: improvementDue?.what === 'check' ? checkOn : null }
}
