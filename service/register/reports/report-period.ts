import { mayIn, sees } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { RecordAccess } from '../../offices/log/record-access.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { queryFor } from '../register-filter.ts'
import type { EvaluationFigures } from './measure-evaluation.ts'
import { measurePeriod, type PeriodFigures } from './measure-period.ts'
import { daysOfMonth, monthsOf, type Period, periodBefore } from './period.ts'

export interface CasesOfPeriodPorts {
  readonly complaints: ComplaintStore
  readonly now: () => Instant
}

export interface PeriodReportPorts extends CasesOfPeriodPorts {
  readonly record: RecordAccess
}

export interface PeriodReport {
  readonly period: Period
  readonly measuredAt: Instant
  readonly figures: PeriodFigures
  /** The same figures of as many months before. */
  readonly before: EvaluationFigures
  /** The reader handles some categories only, and the report is on those. */
  readonly isPartial: boolean
}

const MOST_MONTHS = 12

/**
 * Measures whole months for everybody who reads cases, over the cases that they see. No word of a case and no identity
 * is in it, so nobody else has to agree.
 * @throws Refusal `staff/not-permitted`, `report/no-period`
 */
export async function reportPeriod(
  ports: PeriodReportPorts,
  staff: StaffMember,
  tenant: Tenant,
  period: Period,
): Promise<PeriodReport> {
  requirePermission(staff, 'cases.read')
  const { calendar, categories } = tenant.settings
  const now = ports.now()
  const isWhole = period.from <= period.to && monthsOf(period).length <= MOST_MONTHS
  if (!isWhole || period.from > localDateOf(now, calendar).slice(0, 7)) throw new Refusal('invalid', 'report/no-period')
  const detail = `${period.from}_${period.to}`
  await ports.record(staff.tenant, { by: staff.id, act: 'statistics.read', subject: null, detail })
  const measure = (one: Period) => measurePeriod(casesOfPeriod(ports, staff, tenant, one), calendar, now)
  return {
    period,
    measuredAt: now,
    figures: await measure(period),
    before: await measure(periodBefore(period)),
    isPartial: !categories.every(({ code }) => mayIn(staff, 'cases.read', code)),
  }
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
