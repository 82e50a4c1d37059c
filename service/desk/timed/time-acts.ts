import { caseFor, changeCaseFor } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { TimedAct, TimedOrder } from '../../case/shape/timed-act.ts'
import { caseKeyOf } from '../../case/store/case-seals.ts'
import {
  addTimed,
  endsWithin,
  moveTimed,
  refuseOutOfReach,
  TAKE_BACK_FOR,
  takeTimed,
  timedActOf,
} from '../../case/timed-act.ts'
import { giveBackUnsent } from '../../keeping/unsent/give-back.ts'
import type { UnsentStore } from '../../keeping/unsent/unsent-store.ts'
import { dayNumberOf } from '../../offices/calendar/day-number.ts'
import { momentAt } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { type Instant, parseDay, plusMilliseconds } from '../../shared/instant.ts'
import type { ActPorts } from '../case-act.ts'
import { performAct } from '../case-acts.ts'
import { authorOf, refuseOthers, refuseStopping } from '../waiting-order.ts'

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
 * as it can be taken back; if a date of the office ends before that, it is done at once.
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
    readonly order: TimedOrder
    readonly on?: OfficeTime | undefined
  },
): Promise<Complaint> {
  const orderedAt = ports.now()
  const chosen = on && (await momentOn(ports, staff, on))
  const dueAt = chosen ?? plusMilliseconds(orderedAt, TAKE_BACK_FOR)
  const timed: TimedAct = {
    ...{ id: ports.newId(), orderedAt, dueAt, order },
    by: authorOf(staff, order),
    isChosen: chosen !== undefined,
  }
  const waiting: ActPorts['complaints']['change'] = (tenant, key, decide) =>
    ports.complaints.change(tenant, key, async (complaint) => {
      const done = await decide(complaint)
      const isUrgent = endsWithin(complaint, { from: orderedAt, to: dueAt })
      return isUrgent && !chosen ? done : addTimed(complaint, timed)
    })
  const record: ActPorts['record'] = (tenant, line) =>
    ports.record(tenant, line.act === 'case.acted' ? { ...line, detail: `${order.act}-timed` } : line)
  const deciding = { ...ports, record, complaints: { ...ports.complaints, change: waiting } }
  return performAct(deciding, staff, order.act, { ...order, number, revision })
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
  const undo =
    order.act === 'series'
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
