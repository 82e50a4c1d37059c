import { caseFor, changeCaseFor } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { isSeries, type SeriesOrder, type SeriesStep, type TimedAct } from '../../case/shape/timed-act.ts'
import {
  addTimed,
  hasReporterActedSince,
  TAKE_BACK_FOR,
  takeTimed,
  timedActOf,
  wouldMoveDates,
} from '../../case/timed-acts.ts'
import {
  findLackOfSeries,
  hasTooFew,
  MOST_SERIES,
  type Named,
  noSeries,
  type Series,
  type SeriesDoes,
} from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Template } from '../../offices/templates.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { type FieldProblem, Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import { type DeskOffice, withoutWriting } from '../case-act.ts'
import { changeWritten, choicesIn, type ShownWritten, type Writing } from '../rules/rule-changes.ts'
import { authorOf } from '../waiting-order.ts'
import { asOrder, plannedAs, planSteps, type RanSeries, type ReadySeries, runSteps } from './series-runs.ts'

/** A series as somebody wrote it; without an id it is a new one. */
export interface WrittenSeries extends Pick<Series, 'name'> {
  readonly id?: string | undefined
  readonly does: Omit<SeriesDoes, 'assign'> & { readonly assign: string | null }
}

/** How many series of the unit are offered nowhere, because they name what is gone. */
export async function countBrokenSeries(ports: DeskOffice, tenant: TenantId): Promise<number> {
  const { series = noSeries } = await ports.complaints.rules.of(tenant)
  if (series.list.length === 0) return 0
  const { known } = await choicesIn(ports, tenant)
  return series.list.filter((one) => findLackOfSeries(one, known)).length
}

export const changeSeries = (
  ports: DeskOffice,
  staff: StaffMember,
  { version, series }: { readonly version: number; readonly series: readonly WrittenSeries[] },
): Promise<ShownWritten> => changeWritten(ports, staff, { version, wanted: series }, writing)

const writing: Writing<Series, WrittenSeries, never> = {
  name: 'series',
  most: MOST_SERIES,
  of: ({ series = noSeries }) => series,
  put: (rules, series) => ({ ...rules, series }),
  keep({ name, does }, { id, people }) {
    const assign = does.assign === null ? null : (people.get(does.assign) ?? null)
    return { id, name, does: { ...does, assign, instruction: assign === null ? '' : does.instruction } }
  },
  alsoDone: () => [],
  peopleAt: 'does.assign',
  problemsIn: seriesProblems,
}

const lackPaths = { staff: 'does.assign', label: 'does.labels', template: 'does.message' } as const

function seriesProblems(one: Series, known: Named, list: readonly Series[]): FieldProblem[] {
  const lack = findLackOfSeries(one, known)
  const { labels, labelsOff } = one.does
  const namesake = list.find(({ name }) => name.toLowerCase() === one.name.toLowerCase())
  return [
    ...(namesake !== one ? [{ path: 'name', code: 'taken' }] : []),
    ...(hasTooFew(one) ? [{ path: 'does', code: 'too-few' }] : []),
    ...(labels.some((id) => labelsOff.includes(id)) ? [{ path: 'does.labelsOff', code: 'twice' }] : []),
    ...(lack ? [{ path: lackPaths[lack], code: 'unknown' }] : []),
  ]
}

interface Kept {
  readonly series: readonly (ReadySeries & Pick<Series, 'id'>)[]
  readonly versionOf: (ready: ReadySeries) => string
}

export async function keptSeries({ complaints, templates }: DeskOffice, tenant: TenantId): Promise<Kept> {
  const [{ series = noSeries, version }, all] = await Promise.all([complaints.rules.of(tenant), templates.list(tenant)])
  const templateOf = ({ does }: Series): Template | null => all.find(({ id }) => id === does.message) ?? null
  return {
    series: series.list.map((one) => ({ ...one, template: templateOf(one) })),
    versionOf: ({ template }) => `${version}.${template?.version ?? 0}`,
  }
}

export async function readySeries(
  ports: DeskOffice,
  tenant: TenantId,
  id: string,
): Promise<{ readonly ready: ReadySeries; readonly version: string }> {
  const { series, versionOf } = await keptSeries(ports, tenant)
  const ready = series.find((one) => one.id === id)
  if (!ready) throw new Refusal('not-found', 'series/unknown')
  return { ready, version: versionOf(ready) }
}

export async function runReady(
  ports: DeskOffice,
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

export async function offerSeries(
  ports: DeskOffice,
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

/**
 * Orders a series on a case. It waits there as one, as long as it can be taken back; if a date of the office ends
 * before that, it is done at once.
 */
export async function orderSeries(
  ports: DeskOffice,
  staff: StaffMember,
  asked: {
    readonly number: string
    readonly revision: number
    readonly series: string
    /** The one that the person saw. */
    readonly version: string
  },
): Promise<Complaint> {
  const { number } = asked
  await caseFor(ports, staff, 'cases.read', number)
  const { ready, version } = await readySeries(ports, staff.tenant, asked.series)
  if (version !== asked.version) throw new Refusal('conflict', 'series/changed-meanwhile')
  const { calendar } = (await ports.tenants.get(staff.tenant)).settings
  const orderedAt = ports.now()
  const dueAt = plusMilliseconds(orderedAt, TAKE_BACK_FOR)
  let record = () =>
    ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: number, detail: 'series-timed' })
  const changed = await changeCaseFor(ports, staff, ['cases.read'], number, async (complaint) => {
    if (complaint.revision !== asked.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    if (isSeriesWaiting(complaint)) throw new Refusal('conflict', 'series/waiting')
    if (wouldMoveDates(complaint, { from: orderedAt, to: dueAt }, calendar)) {
      const ran = await runReady(ports, staff, complaint, ready)
      record = ran.record
      return ran.complaint
    }
    const { steps } = await runReady(withoutWriting(ports), staff, complaint, ready)
    const order = asOrder(ready.name, steps)
    const timed: TimedAct = {
      ...{ id: ports.newId(), orderedAt, dueAt, order },
      by: authorOf(staff, order),
      isChosen: false,
    }
    return addTimed(complaint, timed)
  })
  await record()
  return changed
}

/** Does a series that waited, in the same write that takes it out of the case: all of it, or nothing. */
export async function performSeries(
  ports: DeskOffice,
  staff: StaffMember,
  number: string,
  { id, order, isChosen }: Pick<TimedAct, 'id' | 'isChosen'> & { readonly order: SeriesOrder },
): Promise<Complaint> {
  let record = async () => {}
  const changed = await changeCaseFor(ports, staff, ['cases.read'], number, async (before) => {
    const timed = timedActOf(before, id)
    if (isChosen && hasReporterActedSince(before, timed)) throw new Refusal('conflict', 'timed/reporter-wrote')
    const { name, steps } = order
    const ran = await runSteps(ports, staff, takeTimed(before, id), { name, plan: plannedAs(steps) })
    record = ran.record
    return { ...ran.complaint, revision: before.revision + 1 }
  })
  await record()
  return changed
}

export async function performReady(
  ports: DeskOffice,
  staff: StaffMember,
  { number, revision }: { readonly number: string; readonly revision: number },
  ready: ReadySeries,
): Promise<Complaint> {
  let record = async () => {}
  const changed = await changeCaseFor(ports, staff, ['cases.read'], number, async (complaint) => {
    if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    if (isSeriesWaiting(complaint)) throw new Refusal('conflict', 'series/waiting')
    const ran = await runReady(ports, staff, complaint, ready)
    record = ran.record
    return ran.complaint
  })
  await record()
  return changed
}
