import { mayOn } from '../case/access/case-access.ts'
import { type CaseRequest, positionFor } from '../case/access/case-actions.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { isSeries, type TimedAct, type TimedOrder } from '../case/shape/timed-act.ts'
import { type InstantAct, instantActs } from '../offices/act-vocabulary.ts'
import { notPermitted, type StaffMember } from '../offices/staff/permissions.ts'
import { isOneOf, keysOf } from '../shared/records.ts'
import { Refusal } from '../shared/refusal.ts'
import { type ActBodies, type ActName, acts } from './case-acts.ts'

type Order = TimedAct['order']

type WaitingName = Exclude<ActName, InstantAct>

/** A single act that may wait, with what was filled in for it. */
export interface ActOrder extends TimedOrder {
  readonly act: WaitingName
}

const isActOrder = (order: TimedOrder): order is ActOrder =>
  isOneOf(keysOf(acts), order.act) && !isOneOf(instantActs, order.act)

export function actOrderOf(order: TimedOrder): ActOrder {
  if (!isActOrder(order)) throw new Refusal('conflict', 'case/wrong-status')
  return order
}

type Request = CaseRequest & ActBodies[WaitingName]

/** The contract checked what was filled in when it was ordered. */
const isRequest = (request: ActOrder & CaseRequest): request is ActOrder & Request => request.act !== undefined

export function requestOf(order: ActOrder, on: Pick<CaseRequest, 'number' | 'revision'>): Request {
  const request = { ...order, ...on }
  if (!isRequest(request)) throw new Refusal('conflict', 'case/wrong-status')
  return request
}

function actsIn(order: Order): readonly ActName[] {
  if (isSeries(order)) return order.steps.map(({ act }) => act)
  return [actOrderOf(order).act]
}

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

export function refuseStopping(staff: StaffMember, timed: TimedAct, complaint: Complaint): void {
  if (!mayStop(staff, timed, complaint)) throw notTheirs(timed.order)
}

export function refuseOthers(staff: StaffMember, { by, order }: TimedAct): void {
  if (by.id !== staff.id) throw notTheirs(order)
}
