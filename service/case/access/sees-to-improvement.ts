import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Complaint } from '../shape/complaint.ts'
import { mayOn } from './case-access.ts'
import type { Office } from './objection-deciders.ts'

/**
 * The owner sees to it or, where no owner is present who may, everybody who signs.
 * @param owner `null` if there is none
 */
export function seesToImprovement(
  staff: StaffMember,
  complaint: Pick<Complaint, 'category' | 'guard'>,
  owner: string | null,
  { working }: Pick<Office, 'working'>,
): boolean {
  const isTheirs = ({ id, standsInFor = [] }: StaffMember) => [id, ...standsInFor].some((one) => one === owner)
  if (isTheirs(staff) && mayOn(staff, 'cases.close', complaint)) return true
  if (!mayOn(staff, 'cases.approve', complaint)) return false
  return !working.some((one) => isTheirs(one) && one.awayUntil === undefined && mayOn(one, 'cases.close', complaint))
}
