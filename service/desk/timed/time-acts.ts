import { caseFor, caseForAny, changeCaseFor } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { isSeries, type TimedAct } from '../../case/shape/timed-act.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import {
  addTimed,
  moveTimed,
  refuseOutOfReach,
  TAKE_BACK_FOR,
  takeTimed,
  timedActOf,
  wouldMoveDates,
} from '../../case/timed-acts.ts'
import { giveBackUnsent } from '../../keeping/unsent/give-back.ts'
import { ownerOf } from '../../keeping/unsent/unsent.ts'
import type { UnsentStore } from '../../keeping/unsent/unsent-store.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { momentAt } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { type Instant, parseDay, plusMilliseconds } from '../../shared/instant.ts'
import type { ActPorts } from '../case-act.ts'
import { acts, decideAct, performAct } from '../case-acts.ts'
import { type ActOrder, authorOf, refuseOthers, refuseStopping, requestOf } from '../waiting-order.ts'
import { withoutWriting } from '../without-writing.ts'

export interface TimedPorts extends ActPorts {
  readonly unsent: UnsentStore
}

/** Day and time of day as the office's clock shows them. */
export interface OfficeTime {
  readonly day: string
  readonly time: string
}

interface Named {
  readonly number: string
  readonly id: string
}

/**
 * Orders an act for later: it is checked as if it were done now, and waits in the case. Without a time it waits as long
 * as it can be taken back; where a date could move by that, it is done at once.
 * @throws Refusal `timed/out-of-reach`, `timed/too-many`, and what `performAct` throws
 */
export async function orderTimed(
  ports: TimedPorts,
  staff: StaffMember,
  {
    number,
    revision,
    order,
    on,
  }: {
    readonly number: string
    readonly revision: number
    readonly order: ActOrder
    readonly on?: OfficeTime | undefined
  },
): Promise<Complaint> {
  const { tenant } = staff
  const orderedAt = ports.now()
  const chosen = on && (await momentOn(ports, staff, on))
  const dueAt = chosen ?? plusMilliseconds(orderedAt, TAKE_BACK_FOR)
  const request = requestOf(order, { number, revision })
  const { calendar } = (await ports.tenants.get(tenant)).settings
  const before = await caseForAny(ports, staff, acts[order.act].by, number)
  if (!chosen && wouldMoveDates(before, { from: orderedAt, to: dueAt }, calendar)) {
    return performAct(ports, staff, order.act, request)
  }
  const timed: TimedAct = {
    ...{ id: ports.newId(), orderedAt, dueAt, order },
    by: authorOf(staff, order),
    isChosen: chosen !== undefined,
  }
  const dry = withoutWriting(ports)
  const change: ActPorts['complaints']['change'] = (of, key, decide) =>
    key !== number
      ? dry.complaints.change(of, key, decide)
      : ports.complaints.change(of, key, async (complaint) => {
          await decide(complaint)
          return addTimed(complaint, timed)
        })
  const deciding = { ...dry, complaints: { ...dry.complaints, change } }
  const { complaint } = await decideAct(deciding, staff, order.act, request, timed.id)
  await record(ports, staff, number, `${order.act}-timed`)
  await ports.unsent.drop(ownerOf(staff), { number, kind: order.act })
  return complaint
}

async function momentOn(ports: TimedPorts, { tenant }: StaffMember, { day, time }: OfficeTime): Promise<Instant> {
  const { settings } = await ports.tenants.get(tenant)
  const at = momentAt(dayNumberOf(parseDay(day)), time, settings.calendar)
  refuseOutOfReach(at, ports.now())
  return at
}

/**
 * Takes an act back before it is done. Its words wait for their author again where they typed them, before what they
 * typed there since.
 * @throws Refusal `timed/gone`, `staff/not-permitted`, `complaint/not-found`
 */
export async function withdrawTimed(ports: TimedPorts, staff: StaffMember, { number, id }: Named): Promise<Complaint> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const timed = timedActOf(complaint, id)
  refuseStopping(staff, timed, complaint)
  // The words lie there before the act is gone, so that a crash between loses none.
  const { order, by } = timed
  // Nobody typed the words of a series.
  const undo = isSeries(order)
    ? async () => {}
    : await giveBackUnsent(ports, { tenant: staff.tenant, by: by.id }, number, order, caseKeyOf(complaint))
  try {
    const left = await changeCaseFor(ports, staff, ['cases.read'], number, (before) => {
      refuseStopping(staff, timedActOf(before, id), before)
      return takeTimed(before, id)
    })
    await record(ports, staff, number, `${timed.order.act}-withdrawn`)
    return left
  } catch (cause) {
    await undo()
    throw cause
  }
}

/** @throws Refusal `timed/gone`, `timed/out-of-reach`, `staff/not-permitted`, `complaint/not-found` */
export async function rescheduleTimed(
  ports: TimedPorts,
  staff: StaffMember,
  { number, id }: Named,
  on: OfficeTime,
): Promise<Complaint> {
  refuseOthers(staff, timedActOf(await caseFor(ports, staff, 'cases.read', number), id))
  const dueAt = await momentOn(ports, staff, on)
  const moved = await changeCaseFor(ports, staff, ['cases.read'], number, (before) => {
    refuseOthers(staff, timedActOf(before, id))
    return moveTimed(before, id, dueAt)
  })
  await record(ports, staff, number, 'timed-moved')
  return moved
}

const record = ({ record: write }: TimedPorts, { tenant, id: by }: StaffMember, subject: string, detail: string) =>
  write(tenant, { by, act: 'case.acted', subject, detail })
