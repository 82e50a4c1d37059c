import { mayOn } from '../case/access/case-access.ts'
import { guardCase, updateGuard } from '../case/access/guarding.ts'
import { type GuardPlan, isAboutMore, planGuard, planGuardByName, whomOf } from '../case/guard.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { matterFields } from '../case/shape/story-fields.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'

/**
 * Keeps a corrected case from staff whom it now names, and takes it from a handler who may not have such cases. That
 * belongs to the correction, so the case has one new revision.
 */
export async function guardCorrected(
  staff: StaffDirectory,
  before: Complaint,
  after: Complaint,
  reason: string,
  by: Actor,
  moment: Moment,
): Promise<Complaint> {
  const plan = await planAnew(staff, before, after)
  const follow = (one: GuardPlan) =>
    isAboutMore(before, one) ? guardCase(after, one, reason, by, moment) : updateGuard(after, one, moment)
  const guarded = plan?.guard ? follow(plan) : after
  const keepsHandler = await mayKeep(staff, guarded)
  return { ...guarded, handler: keepsHandler ? guarded.handler : null, revision: after.revision }
}

/** @returns `null` if neither the category of a guarded case nor a person whom it names was corrected */
async function planAnew(staff: StaffDirectory, before: Complaint, after: Complaint): Promise<GuardPlan | null> {
  const { tenant, category, dossier } = after
  const known = whomOf(after)
  const who = matterFields
    .filter(({ name, kind }) => kind === 'person' && dossier[name] !== before.dossier[name])
    .flatMap(({ name }) => dossier[name] || [])
  if (who.length > 0) return planGuardByName(staff, tenant, { known, texts: { who, story: [] } }, category)
  return before.guard && category !== before.category ? planGuard(staff, tenant, known, category) : null
}

/** The steward of a guarded case has it whatever their roles are. */
async function mayKeep(staff: StaffDirectory, complaint: Complaint): Promise<boolean> {
  const { tenant, handler, guard } = complaint
  if (handler === null || handler === guard?.steward) return true
  const member = await staff.findMember(tenant, handler)
  return member !== null && mayOn(member, 'cases.handle', complaint)
}
