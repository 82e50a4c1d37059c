import { caseFor, changeCaseFor } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { SeriesOrder, TimedAct } from '../../case/shape/timed-act.ts'
import {
  addTimed,
  hasReporterActedSince,
  TAKE_BACK_FOR,
  takeTimed,
  timedActOf,
  wouldMoveDates,
} from '../../case/timed-acts.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { ActPorts } from '../case-act.ts'
import { authorOf } from '../waiting-order.ts'
import { withoutWriting } from '../without-writing.ts'
import { isSeriesWaiting, readySeries, runReady, type SeriesPorts } from './offer-series.ts'
import { asOrder, runSteps } from './run-series.ts'
import { plannedAs, type ReadySeries } from './series-steps.ts'

/**
 * Orders a series on a case. It waits there as one, as long as it can be taken back; if a date of the office ends
 * before that, it is done at once.
 * @throws Refusal `series/unknown`, `series/changed-meanwhile`, `series/waiting`, `case/changed-meanwhile`,
 * `timed/too-many`; SeriesRefusal for the first step that would be refused
 */
export async function orderSeries(
  ports: SeriesPorts,
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

/**
 * Does a series that waited, in the same write that takes it out of the case: all of it, or nothing.
 * @throws Refusal `timed/gone`, `timed/reporter-wrote`; SeriesRefusal for the first step that is refused
 */
export async function performSeries(
  ports: ActPorts,
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

/** Does a series now, on a case as the person saw it. @throws Refusal `case/changed-meanwhile`; SeriesRefusal */
export async function performReady(
  ports: ActPorts,
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
