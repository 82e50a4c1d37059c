import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { type Approval, stateOf } from './approval.ts'
import { withinReach } from './approval-access.ts'
import type { ApprovalPorts } from './ask-for-approval.ts'
import { ruleOf } from './rules-of-acts.ts'

const LOOKS_BACK = 30 * DAY
const MOST = 100

const mayDecideItsKind = ({ act }: Approval, { permissions }: StaffMember): boolean =>
  ruleOf(act).decides.some((permission) => permissions.has(permission))

/**
 * People who got a role recently do not decide on others with it: the admin who gave it could have made them for
 * that.
 */
export const SETTLED_AFTER = 7 * DAY

export const isNewTo = ({ act }: Approval, { permissions, heldSince }: StaffMember, now: Instant): boolean =>
  ruleOf(act)
    .decides.filter((permission) => permissions.has(permission))
    .every((permission) => {
      const since = heldSince?.get(permission)
      return since !== undefined && plusMilliseconds(since, SETTLED_AFTER) > now
    })

function mayDecideOnPerson(approval: Approval, staff: StaffMember, now: Instant): boolean {
  const { person } = approval.content
  if (!person) return true
  return person.id !== staff.id && !person.countsElsewhere && !isNewTo(approval, staff, now)
}

export const mayDecide = (approval: Approval, staff: StaffMember, now: Instant): boolean =>
  approval.asker !== staff.id &&
  mayDecideItsKind(approval, staff) &&
  mayDecideOnPerson(approval, staff, now) &&
  stateOf(approval, now) === 'waiting'

export async function countApprovalsToDecide(ports: ApprovalPorts, staff: StaffMember): Promise<number> {
  const now = ports.now()
  const recent = await ports.approvals.list(staff.tenant, plusMilliseconds(now, -LOOKS_BACK), MOST)
  const decidable = recent.filter((one) => mayDecide(one, staff, now))
  return decidable.length === 0 ? 0 : (await withinReach(ports, staff, decidable)).length
}

/** Requests that the person made, decides, or could have decided; the newest comes first. */
export async function listApprovals(ports: ApprovalPorts, staff: StaffMember): Promise<Approval[]> {
  const recent = await ports.approvals.list(staff.tenant, plusMilliseconds(ports.now(), -LOOKS_BACK), MOST)
  return withinReach(ports, staff, recent)
}
