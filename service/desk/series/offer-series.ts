import { caseFor } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { isSeries, type SeriesStep } from '../../case/shape/timed-act.ts'
import { noSeries, type Series } from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Template, TemplateStore } from '../../offices/templates.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ActPorts } from '../case-act.ts'
import { withoutWriting } from '../without-writing.ts'
import { type RanSeries, runSteps } from './run-series.ts'
import { planSteps, type ReadySeries } from './series-steps.ts'

export interface SeriesPorts extends ActPorts {
  readonly templates: TemplateStore
}

/** Every series of the unit as it is now. */
interface Kept {
  readonly series: readonly (ReadySeries & Pick<Series, 'id'>)[]
  readonly versionOf: (ready: ReadySeries) => string
}

export async function keptSeries({ complaints, templates }: SeriesPorts, tenant: TenantId): Promise<Kept> {
  const [{ series = noSeries, version }, all] = await Promise.all([complaints.rules.of(tenant), templates.list(tenant)])
  const templateOf = ({ does }: Series): Template | null => all.find(({ id }) => id === does.message) ?? null
  return {
    series: series.list.map((one) => ({ ...one, template: templateOf(one) })),
    versionOf: ({ template }) => `${version}.${template?.version ?? 0}`,
  }
}

/** @throws Refusal `series/unknown` */
export async function readySeries(
  ports: SeriesPorts,
  tenant: TenantId,
  id: string,
): Promise<{ readonly ready: ReadySeries; readonly version: string }> {
  const { series, versionOf } = await keptSeries(ports, tenant)
  const ready = series.find((one) => one.id === id)
  if (!ready) throw new Refusal('not-found', 'series/unknown')
  return { ready, version: versionOf(ready) }
}

/**
 * Decides a whole series on a case.
 * @throws SeriesRefusal also where there is nothing to do: `series/nothing-left`
 */
export async function runReady(
  ports: ActPorts,
  staff: StaffMember,
  complaint: Complaint,
  ready: ReadySeries,
): Promise<RanSeries> {
  const { settings } = await ports.tenants.get(staff.tenant)
  const plan = planSteps(ready, complaint, { settings, staff })
  if (plan.length === 0) throw new Refusal('conflict', 'series/nothing-left')
  return runSteps(ports, staff, complaint, { name: ready.name, plan })
}

/** A series that would be accepted on the case as it stands, with what it would do there. */
export interface OfferedSeries {
  readonly id: string
  readonly name: string
  /** It is another one once the series or its template changes. */
  readonly version: string
  readonly steps: readonly SeriesStep[]
}

/** While one waits in the case, its steps are not done yet, so no other can be judged. */
export const isSeriesWaiting = ({ dossier }: Pick<Complaint, 'dossier'>): boolean =>
  dossier.timedActs.some(({ order }) => isSeries(order))

/** @throws Refusal `staff/not-permitted`, `complaint/not-found` */
export async function offerSeries(
  ports: SeriesPorts,
  staff: StaffMember,
  number: string,
): Promise<readonly OfferedSeries[]> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  if (complaint.destroyed || isSeriesWaiting(complaint)) return []
  const dry = withoutWriting(ports)
  const { series, versionOf } = await keptSeries(ports, staff.tenant)
  const offered: OfferedSeries[] = []
  for (const ready of series) {
    try {
      const { steps } = await runReady(dry, staff, complaint, ready)
      offered.push({ id: ready.id, name: ready.name, version: versionOf(ready), steps })
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause
    }
  }
  return offered
}
