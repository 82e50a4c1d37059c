import { isKeptFrom } from '../complaints/case-access.ts'
import { type Guarding, guardingAgainst } from '../complaints/guard.ts'
import { staffNamedIn } from '../complaints/staff-named-in.ts'
import { personsIn } from '../questions/answered.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { TransferContent } from './transfer.ts'

type About = Pick<TransferContent, 'reportedPerson' | 'concerns' | 'answers'>

/**
 * The guard that holds in the receiving unit, as its staff stand now: against whom the complaint concerns and who works
 * there too, by account or by name.
 * @param category of the receiving unit; left out where it is not known yet, and then only who reads every category counts
 */
export async function guardingThere(
  directory: StaffDirectory,
  tenant: TenantId,
  { reportedPerson, concerns, answers = [] }: About,
  category = '',
): Promise<Guarding> {
  const members = await directory.members(tenant)
  const texts = [reportedPerson ?? '', ...personsIn(answers), ...concerns.map(({ name }) => name)]
  const named = texts.flatMap((text) => staffNamedIn(text, members)).map(({ id }) => id)
  const known = concerns.map(({ id }) => id).filter((id) => members.some((member) => member.id === id))
  return guardingAgainst(directory, tenant, [...new Set([...known, ...named])], category)
}

/** Whether somebody may look at a case that lies before their unit, and decide on it. */
export const maySettle = (staff: StaffMember, { guard }: Pick<Guarding, 'guard'>): boolean =>
  !isKeptFrom(staff, { guard }) && (staff.permissions.has('cases.verify') || guard?.steward === staff.id)
