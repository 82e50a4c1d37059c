import { Refusal } from '../shared/refusal.ts'
import type { Membership } from '../staff/account.ts'
import { requirePermission } from '../staff/permissions.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { StaffId, StaffMember } from '../staff/staff-member.ts'
import { caseFor, mayOn } from './case-access.ts'
import { type Actor, type Complaint, decided, type Moment } from './complaint.ts'
import type { ComplaintStore } from './complaint-store.ts'
import { actOnCase, type CaseRequest, type DeskPorts } from './desk.ts'

/** Hands the case to a handler; the reporter sees that it was dispatched, not to whom. */
export function dispatch(
  complaint: Complaint,
  handler: StaffId,
  instruction: string | undefined,
  by: Actor,
  moment: Moment,
): Complaint {
  return decided(
    complaint,
    moment,
    { handler, dossier: { instruction: instruction ?? null } },
    { event: 'dispatched', by },
  )
}

/** Who can be given a case, or that case. @throws Refusal `staff/not-permitted`, `complaint/not-found` */
export async function handlersFor(
  ports: { readonly complaints: ComplaintStore; readonly staff: StaffDirectory },
  staff: StaffMember,
  number: string | undefined,
): Promise<readonly Membership[]> {
  requirePermission(staff, 'cases.read')
  const { tenant } = staff
  const complaint = number === undefined ? null : await caseFor(ports, staff, 'cases.read', number)
  const able: Membership[] = []
  for (const membership of await ports.staff.members(tenant)) {
    const member = await ports.staff.findMember(tenant, membership.id as StaffId)
    if (member && (complaint ? mayOn(member, 'cases.handle', complaint) : member.permissions.has('cases.handle'))) {
      able.push(membership)
    }
  }
  return able
}

/** @throws Refusal `staff/unknown` when the handler is not one of this unit or cannot handle this case. */
export async function dispatchComplaint(
  ports: DeskPorts & { readonly staff: StaffDirectory },
  staff: StaffMember,
  request: CaseRequest & { readonly handler: string; readonly instruction?: string | undefined },
): Promise<Complaint> {
  const handler = await ports.staff.findMember(staff.tenant, request.handler as StaffId)
  return actOnCase(ports, staff, 'dispatch', request, [request.instruction], (complaint, by, moment) => {
    if (!handler || !mayOn(handler, 'cases.handle', complaint)) {
      throw new Refusal('invalid', 'staff/unknown', {}, [{ path: 'handler', code: 'unknown' }])
    }
    return dispatch(complaint, handler.id, request.instruction, by, moment)
  })
}
