import { findHiddenNumbers, mayIn } from '../../case/access/case-access.ts'
import { notPermitted, type Permission } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { type Approval, unknownApproval } from './approval.ts'
import type { ApprovalPorts } from './ask-for-approval.ts'
import { deciders, ruleOf } from './rules-of-acts.ts'

type Reach = (approval: Approval) => boolean

/** The person needs the role, and access to every case of the request. */
async function reachOf(ports: ApprovalPorts, staff: StaffMember): Promise<(as: 'asks' | 'decides') => Reach> {
  const kept = await findHiddenNumbers(ports, staff)
  const holds = (needed: readonly Permission[], categories: readonly string[]) =>
    needed.some(
      (permission) =>
        staff.permissions.has(permission) && categories.every((category) => mayIn(staff, permission, category)),
    )
  return (as) =>
    ({ act, content }) => {
      const rule = ruleOf(act)
      const needed = as === 'asks' ? [rule.asks] : rule.decides
      const categories = content.cases.map(({ category }) => category)
      return content.cases.every(({ number }) => !kept.has(number)) && holds(needed, categories)
    }
}

/**
 * People who decide on no request are refused alike whether it exists or not; for those who decide on other requests,
 * this one does not exist.
 * @throws Refusal `staff/not-permitted`, `approval/unknown`
 */
export async function approvalToDecide(ports: ApprovalPorts, staff: StaffMember, id: string): Promise<Approval> {
  if (!deciders.some((permission) => staff.permissions.has(permission))) throw notPermitted(deciders[0])
  const approval = await ports.approvals.get(staff.tenant, id)
  const reaches = await reachOf(ports, staff)
  if (!reaches('decides')(approval)) throw unknownApproval()
  return approval
}

/** Requests of the person who may still ask for them, and those that they can decide. */
export async function withinReach(
  ports: ApprovalPorts,
  staff: StaffMember,
  approvals: readonly Approval[],
): Promise<Approval[]> {
  const reaches = await reachOf(ports, staff)
  return approvals.filter((approval) => reaches(approval.asker === staff.id ? 'asks' : 'decides')(approval))
}
