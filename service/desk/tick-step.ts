import { changeCaseFor, mayOn } from '../case/access/case-access.ts'
import { actorOf, type CaseActionPorts } from '../case/access/case-actions.ts'
import { refuseUnlessIn } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { openStatuses } from '../case/store/complaint-tallies.ts'
import { tickStep as decide } from '../case/tasks.ts'
import type { Permission, StaffMember } from '../offices/staff/permissions.ts'
import { isOneOf } from '../shared/records.ts'

export const ticking = ['cases.handle', 'cases.verify', 'cases.approve'] as const satisfies readonly Permission[]

/** Whether the checklist of the case is open to the person, as `tickStep` decides it. */
export const mayTick = (staff: StaffMember, complaint: Complaint): boolean =>
  isOneOf(openStatuses, complaint.status) && ticking.some((permission) => mayOn(staff, permission, complaint))

/**
 * Ticks a step of the checklist of an open case, or takes the tick off. The history has no line of it, the access log has.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/wrong-status`, `step/unknown`, `step/too-many`
 */
export async function tickStep(
  ports: CaseActionPorts,
  staff: StaffMember,
  number: string,
  order: { readonly step: string; readonly on: boolean },
): Promise<Complaint> {
  const { settings } = await ports.tenants.get(staff.tenant)
  const changed = await changeCaseFor(ports, staff, ticking, number, (complaint) => {
    refuseUnlessIn(complaint, openStatuses)
    return decide(complaint, order, actorOf(staff, ticking), ports.now(), settings)
  })
  const detail = order.on ? 'tick-step' : 'untick-step'
  await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: number, detail })
  return changed
}
