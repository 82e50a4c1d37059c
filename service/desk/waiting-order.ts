import { mayOn } from '../case/access/case-access.ts'
import { positionFor } from '../case/access/case-actions.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { TimedAct } from '../case/shape/timed-act.ts'
import { notPermitted } from '../offices/staff/permissions.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import type { Refusal } from '../shared/refusal.ts'
import { type ActName, acts } from './case-acts.ts'

type Order = TimedAct['order']

/** The acts of the acts' table that an order does. */
const actsIn = (order: Order): readonly ActName[] =>
  order.act === 'series' ? order.steps.map(({ act }) => act) : [order.act]

export const authorOf = (staff: StaffMember, order: Order): TimedAct['by'] => ({
  ...{ kind: 'staff', id: staff.id, name: staff.name },
  position: positionFor(
    staff,
    actsIn(order).flatMap((act) => acts[act].by),
  ),
})

/** Its author, and everybody who could do it themselves, may stop it; only its author sends it sooner or moves it. */
export const mayStop = (staff: StaffMember, { by, order }: TimedAct, complaint: Complaint): boolean =>
  by.id === staff.id ||
  actsIn(order).every((act) => acts[act].by.some((permission) => mayOn(staff, permission, complaint)))

const notTheirs = (order: Order): Refusal =>
  notPermitted(actsIn(order).flatMap((act) => acts[act].by)[0] ?? 'cases.read')

/** @throws Refusal `staff/not-permitted` */
export function refuseStopping(staff: StaffMember, timed: TimedAct, complaint: Complaint): void {
  if (!mayStop(staff, timed, complaint)) throw notTheirs(timed.order)
}

/** @throws Refusal `staff/not-permitted` */
export function refuseOthers(staff: StaffMember, { by, order }: TimedAct): void {
  if (by.id !== staff.id) throw notTheirs(order)
}
