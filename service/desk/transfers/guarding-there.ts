import { isKeptFrom } from '../../case/access/case-access.ts'
import { type GuardPlan, planGuard } from '../../case/guard.ts'
import { staffNamedIn } from '../../case/staff-named-in.ts'
import { personsIn } from '../../offices/questions/kept-answers.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { TransferContent } from './transfer.ts'

type About = Pick<TransferContent, 'reportedPerson' | 'concerns' | 'answers'>

/**
 * The guard in the receiving tenant, by its current staff: against those whom the complaint concerns and who work
 * there too, by account or by name.
 * @param category of the receiving tenant; without it only staff who read every category count
 */
export async function guardingThere(
  directory: StaffDirectory,
  tenant: TenantId,
  { reportedPerson, concerns, answers = [] }: About,
  category = '',
): Promise<GuardPlan> {
  const members = await directory.members(tenant)
  const texts = [reportedPerson ?? '', ...personsIn(answers), ...concerns.map(({ name }) => name)]
  const named = texts.flatMap((text) => staffNamedIn(text, members)).map(({ id }) => id)
  const known = concerns.map(({ id }) => id).filter((id) => members.some((member) => member.id === id))
  return planGuard(directory, tenant, [...new Set([...known, ...named])], category)
}

/** Whether somebody may read an offered case and decide on it. */
export const maySettle = (staff: StaffMember, { guard }: Pick<GuardPlan, 'guard'>): boolean =>
  !isKeptFrom(staff, { guard }) && (staff.permissions.has('cases.verify') || guard?.steward === staff.id)
