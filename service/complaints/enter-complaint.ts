import { notPermitted, requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { mayIn } from './case-access.ts'
import { actorOf } from './desk.ts'
import { refuseUnlessMembers } from './guard-case.ts'
import type { Receiving } from './new-complaint.ts'
import { type Received, type Sent, type Submission, type SubmitPorts, submitComplaint } from './submit-complaint.ts'

/** An officer takes a complaint in for somebody. @throws Refusal `staff/not-permitted`, and those of `submitComplaint` */
export async function enterComplaint(
  ports: SubmitPorts,
  staff: StaffMember,
  tenant: Tenant,
  submission: Submission,
  receiving: Omit<Receiving, 'receivedBy'>,
  sent: Sent,
): Promise<Received> {
  requirePermission(staff, 'cases.enter')
  if (!mayIn(staff, 'cases.enter', submission.category)) throw notPermitted('cases.enter')
  await refuseUnlessMembers(ports.staff, staff, submission.reportedStaff ?? [])
  // Two officers can send the same key; each key is its officer's own.
  const own = { ...sent, idempotencyKey: `${staff.id}\n${sent.idempotencyKey}` }
  const received = await submitComplaint(ports, tenant, submission, { ...receiving, receivedBy: actorOf(staff) }, own)
  await ports.record(staff.tenant, { by: staff.id, act: 'case.entered', subject: received.complaint.id, detail: null })
  return received
}
