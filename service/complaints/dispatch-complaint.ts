import { Refusal } from '../shared/refusal.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { StaffId, StaffMember } from '../staff/staff-member.ts'
import { type Actor, type Complaint, decided, type Moment } from './complaint.ts'
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

/** @throws Refusal `staff/unknown` when the handler is not one of this unit or cannot handle cases. */
export async function dispatchComplaint(
  ports: DeskPorts & { readonly staff: StaffDirectory },
  staff: StaffMember,
  request: CaseRequest & { readonly handler: string; readonly instruction?: string | undefined },
): Promise<Complaint> {
  const handler = await ports.staff.findMember(staff.tenant, request.handler as StaffId)
  return actOnCase(ports, staff, 'dispatch', request, [request.instruction], (complaint, by, moment) => {
    if (!handler?.permissions.has('cases.handle')) {
      throw new Refusal('invalid', 'staff/unknown', {}, [{ path: 'handler', code: 'unknown' }])
    }
    return dispatch(complaint, handler.id, request.instruction, by, moment)
  })
}
