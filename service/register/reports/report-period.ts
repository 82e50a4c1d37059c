import { mayIn, sees } from '../../case/access/case-access.ts'
import { type CoverPorts, takeOut } from '../../case/access/cover-for.ts'
import { type LeftOutNumbers, type LostReceiptPorts, readLeftOutNumbers } from '../../case/receipt/lost-receipts.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { placeOf } from '../../case/shape/story-fields.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { dayNumberOf } from '../../offices/calendar/day-number.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { endOfDay, localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import type { RecordAccess } from '../../offices/log/record-access.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { countBacklog, type OpenOnDay } from '../facts/backlog.ts'
import type { CaseFacts } from '../facts/case-facts.ts'
import type { TakeFactsPorts } from '../facts/take-facts.ts'
import { visibleFacts } from '../facts/visible-facts.ts'
import { queryFor } from '../register-filter.ts'
import { measurePeriod, type PeriodFigures, type RecurringGroup } from './measure-period.ts'
import { daysOfMonth, firstDay, lastDay, monthsOf, type Period, periodBefore } from './period.ts'

export interface CasesOfPeriodPorts {
  readonly complaints: ComplaintStore
  readonly now: () => Instant
}

export type PeriodReportPorts = CasesOfPeriodPorts &
  TakeFactsPorts &
  CoverPorts & { readonly record: RecordAccess; readonly lostReceipts: LostReceiptPorts['lostReceipts'] }

/** A group of cases with the name of its place, as the newest of them tells it. */
export interface NamedGroup extends RecurringGroup {
  readonly name: string
}

export interface PeriodReport {
  readonly period: Period
  /** As many months before. */
  readonly periodBefore: Period
  readonly measuredAt: Instant
  readonly figures: PeriodFigures
  readonly before: PeriodFigures
  readonly backlog: readonly OpenOnDay[]
  readonly recurring: readonly NamedGroup[]
  /** Numbers that a restore left out in the years of the period: nobody can count those cases. */
  readonly leftOut: readonly LeftOutNumbers[]
  /** The reader handles some categories only, and the report is on those. */
  readonly isPartial: boolean
}

const MOST_MONTHS = 12

/**
 * Measures whole months for everybody who reads cases, over the cases that they see. No identity is in it, and of what
 * reporters wrote only places that several name, so nobody else has to agree. No case is counted from what was read of
 * it: each figure counts facts that were taken when the case changed.
 * @param category limits the report to one
 * @throws Refusal `staff/not-permitted`, `report/no-period`
 */
export async function reportPeriod(
  ports: PeriodReportPorts,
  staff: StaffMember,
  tenant: Tenant,
  period: Period,
  category?: string,
): Promise<PeriodReport> {
  requirePermission(staff, 'cases.read')
  const { calendar, categories } = tenant.settings
  const now = ports.now()
  const today = localDateOf(now, calendar)
  const isWhole = period.from <= period.to && monthsOf(period).length <= MOST_MONTHS
  if (!isWhole || period.from > today.slice(0, 7)) throw new Refusal('invalid', 'report/no-period')
  const detail = `${period.from}_${period.to}`
  await ports.record(staff.tenant, { by: staff.id, act: 'statistics.read', subject: null, detail })

  const before = periodBefore(period)
  const [thisTime, timeBefore] = [spanOf(period, calendar), spanOf(before, calendar)]
  const measured = measurePeriod(calendar, now)
  const measuredBefore = measurePeriod(calendar, now)
  const backlog = countBacklog(firstDay(period.from), Math.min(lastDay(period.to), dayNumberOf(today)), calendar)
  for await (const some of visibleFacts(ports, staff, { from: timeBefore.from, to: thisTime.to })) {
    for (const facts of some) {
      if (category !== undefined && facts.category !== category) continue
      if (isWithin(facts, thisTime)) measured.take(facts)
      else if (isWithin(facts, timeBefore)) measuredBefore.take(facts)
      backlog.take(facts)
    }
  }
  const figures = measured.figures()
  return {
    period,
    periodBefore: before,
    measuredAt: now,
    figures,
    before: measuredBefore.figures(),
    backlog: backlog.days(),
    recurring: await nameGroups(ports, staff, figures.recurring),
    leftOut: (await readLeftOutNumbers(ports, staff.tenant)).filter(({ series }) => isYearOf(series, period)),
    isPartial: !categories.every(({ code }) => mayIn(staff, 'cases.read', code)),
  }
}

interface Span {
  readonly from: Instant
  readonly to: Instant
}

const spanOf = ({ from, to }: Period, calendar: OfficeCalendar): Span => ({
  from: momentAt(firstDay(from), '00:00', calendar),
  to: endOfDay(lastDay(to), calendar),
})

const isWithin = ({ receivedAt }: CaseFacts, { from, to }: Span): boolean => receivedAt >= from && receivedAt <= to

const isYearOf = (series: string, { from, to }: Period): boolean =>
  series >= from.slice(0, 4) && series <= to.slice(0, 4)

/** Only the cases that name a place are opened, one for each, and read as this person may take them out. */
async function nameGroups(
  ports: PeriodReportPorts,
  staff: StaffMember,
  groups: readonly RecurringGroup[],
): Promise<NamedGroup[]> {
  const opened = await ports.complaints.several(
    staff.tenant,
    groups.map(({ number }) => number),
  )
  const shown = await Promise.all(
    opened.filter((complaint) => sees(staff, complaint)).map((one) => takeOut(ports, one)),
  )
  const places = new Map(shown.map(({ id, dossier }) => [id, placeOf(dossier)]))
  return groups.flatMap((group) => {
    const name = places.get(group.number)?.trim()
    return name ? [{ ...group, name }] : []
  })
}

/** The cases of a period that this person sees. */
export async function* casesOfPeriod(
  { complaints, now }: CasesOfPeriodPorts,
  staff: StaffMember,
  { settings: { calendar } }: Tenant,
  { from, to }: Period,
): AsyncGenerator<Complaint> {
  const filter = { from: daysOfMonth(from).from, to: daysOfMonth(to).to, sort: 'received_asc' } as const
  const query = queryFor(filter, staff, { now: now(), calendar })
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof complaints.list>> = await complaints.list(staff.tenant, {
      ...query,
      limit: 100,
      ...(after && { after }),
    })
    // Cases of an old book were handled without this service's clocks, so they are not measured.
    for (const complaint of page.items) {
      if (!complaint.imported && sees(staff, complaint)) yield await complaints.whole(complaint)
    }
    after = page.nextCursor
  } while (after)
}
