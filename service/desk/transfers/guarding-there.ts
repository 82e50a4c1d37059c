import { isKeptFrom } from '../../case/access/case-access.ts'
import { textsOfStory } from '../../case/candidates.ts'
import { type GuardPlan, planGuardByName } from '../../case/guard.ts'
import type { Story } from '../../case/shape/story-fields.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { TenantId } from '../../storage/place.ts'
import type { TransferContent } from './transfer.ts'

type About = Story & Pick<TransferContent, 'concerns' | 'candidates' | 'answers'>

/**
 * The guard in the receiving tenant, by its current staff: against those whom the complaint concerns and who work
 * there too, by account or by name, and until somebody decides against those whom it may mean.
 * @param category of the receiving tenant; without it only staff who read every category count
 */
export async function guardingThere(
  directory: StaffDirectory,
  tenant: TenantId,
  { concerns, candidates = [], answers = [], ...story }: About,
  category = '',
): Promise<GuardPlan> {
  const members = await directory.members(tenant)
  const isHere = (id: string) => members.some((member) => member.id === id)
  const known = {
    concerned: concerns.map(({ id }) => id).filter(isHere),
    candidates: candidates.filter(({ id }) => isHere(id)).map(({ id }) => ({ id })),
  }
  const { who, story: mentioned } = textsOfStory(story, answers)
  const texts = { who: [...who, ...concerns.map(({ name }) => name)], story: mentioned }
  return planGuardByName(directory, tenant, { known, texts }, category)
}

/** Whether somebody may read an offered case and decide on it. */
export const maySettle = (staff: StaffMember, { guard }: Pick<GuardPlan, 'guard'>): boolean =>
  !isKeptFrom(staff, { guard }) && (staff.permissions.has('cases.verify') || guard?.steward === staff.id)
