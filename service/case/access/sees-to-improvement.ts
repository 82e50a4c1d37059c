import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { improvementOwner } from '../improvement.ts'
import type { Complaint } from '../shape/complaint.ts'
import { mayOn } from './case-access.ts'
import type { Office } from './objection-deciders.ts'

/** The owner sees to it or, where no owner is present who may, everybody who signs. */
export function seesToImprovement(
  staff: StaffMember,
  complaint: Complaint,
  { working }: Pick<Office, 'working'>,
): boolean {
  const owner = improvementOwner(complaint)
  const isTheirs = ({ id, standsInFor = [] }: StaffMember) =>
    owner !== null && (id === owner || standsInFor.includes(owner))
  if (isTheirs(staff) && mayOn(staff, 'cases.close', complaint)) return true
  if (!mayOn(staff, 'cases.approve', complaint)) return false
  return !working.some((one) => isTheirs(one) && one.awayUntil === undefined && mayOn(one, 'cases.close', complaint))
}
