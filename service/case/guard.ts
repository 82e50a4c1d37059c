import { isAccepted, type Membership } from '../offices/staff/account.ts'
import { superiorsOf, withWhomTheySupervise } from '../offices/staff/chain-of-command.ts'
import { limitsFor, type Permission, permissionsFor } from '../offices/staff/permissions.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import type { StaffId } from '../offices/staff-id.ts'
import type { TenantId } from '../storage/tenant-id.ts'
import type { Concerned, Guard } from './shape/complaint.ts'
import type { HistoryLine } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'
import { candidatesIn, staffNamedIn } from './staff-named-in.ts'

/** Says whom a complaint concerns, from whom it is hidden, and whether anybody is left to read it. */
export interface GuardPlan {
  readonly concerns: readonly Concerned[]
  readonly guard: Guard | null
  readonly keptFrom: readonly string[]
  readonly isUnread: boolean
}

/** Tells it of somebody who need not be signed in. */
export const mayInCategory = ({ roles, limits = {} }: Membership, permission: Permission, category: string): boolean =>
  permissionsFor(roles).has(permission) && (limitsFor(roles, limits).get(permission)?.has(category) ?? true)

/**
 * Chooses who handles the case instead: the nearest superior who reads such cases, else a head of the tenant, else the
 * head of the parent unit, else the Inspektorat, but nobody from whom it is hidden.
 */
export function stewardFor(
  concerned: readonly string[],
  keptFrom: readonly string[],
  category: string,
  members: readonly Membership[],
): StaffId | null {
  const holding = (role: 'unit_head' | 'internal_auditor' | 'parent_head') =>
    members.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)
  const candidates = [
    ...concerned.flatMap((id) => superiorsOf(id, members)),
    ...holding('unit_head'),
    ...holding('parent_head'),
    ...holding('internal_auditor'),
  ]
  const found = candidates.find((id) => {
    const member = members.find((one) => one.id === id)
    return member !== undefined && !keptFrom.includes(id) && mayInCategory(member, 'cases.read', category)
  })
  return (found as StaffId | undefined) ?? null
}

/** Guards against these members of staff and all under them; an empty list means no guard. */
export async function planGuard(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  ids: readonly string[],
  category: string,
): Promise<GuardPlan> {
  if (ids.length === 0) return { concerns: [], guard: null, keptFrom: [], isUnread: false }
  const members = await directory.members(tenant)
  const keptFrom = withWhomTheySupervise(ids, members)
  // The case is also hidden from invited people, but only members who accepted can read it.
  const working = members.filter(isAccepted)
  const steward = stewardFor(ids, keptFrom, category, working)
  const othersGoOn = working.some(
    (member) =>
      !keptFrom.includes(member.id) &&
      (['cases.verify', 'cases.handle'] as const).some((permission) => mayInCategory(member, permission, category)),
  )
  return {
    concerns: members
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name, position }) => ({ id: id as StaffId, name, position })),
    guard: { marks: await directory.marksOf(tenant, keptFrom), steward },
    keptFrom,
    isUnread: steward === null && !othersGoOn,
  }
}

/** Guards against staff who are known to be concerned, and against those whom a text may mean. */
export async function planGuardByName(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  { known, text }: { readonly known: readonly string[]; readonly text: string },
  category: string,
): Promise<GuardPlan> {
  const members = await directory.members(tenant)
  const planFor = (meant: readonly Membership[]) =>
    planGuard(directory, tenant, [...new Set([...known, ...meant.map(({ id }) => id)])], category)
  const plan = await planFor(candidatesIn(text, members))
  // A name that many have must not lock everybody out.
  return plan.isUnread ? planFor(staffNamedIn(text, members)) : plan
}

const lineForReporter = (event: 'rerouted' | 'rerouted_back', { at }: Moment): HistoryLine => ({
  at,
  event,
  by: { kind: 'system' },
  text: null,
  public: true,
})

/** The reporter reads that others handle their complaint, without names. */
export const reroutedLine = (moment: Moment): HistoryLine => lineForReporter('rerouted', moment)

/** The reporter reads that the usual staff handle it again, because the end of a promise must not be kept silent. */
export const reroutedBackLine = (moment: Moment): HistoryLine => lineForReporter('rerouted_back', moment)
