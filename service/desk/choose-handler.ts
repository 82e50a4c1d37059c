import { mayOn } from '../case/access/case-access.ts'
import { namingTextsOf, staffNamedBy, whoIsMeant } from '../case/candidates.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Caseloads } from '../case/store/complaint-tallies.ts'
import type { Membership } from '../offices/staff/account.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { StaffId } from '../storage/place.ts'

/**
 * Lists who may get the case without anybody having chosen them: present, by a role of their own, and neither those
 * whom the case names nor those whom it may mean. A person who signs answers is among them only where nobody else
 * handles such cases.
 */
export function mayBeGiven(
  complaint: Complaint,
  working: readonly StaffMember[],
  members: readonly Membership[],
): readonly StaffMember[] {
  const meant = staffMeantBy(complaint, members)
  const handlers = working.filter((one) => mayOn(one, 'cases.handle', complaint) && !one.asDeputy?.has('cases.handle'))
  const signsNot = handlers.filter((one) => !mayOn(one, 'cases.approve', complaint))
  return (signsNot.length > 0 ? signsNot : handlers).filter(
    ({ id, awayUntil }) => awayUntil === undefined && !meant.has(id),
  )
}

/** Lists those whom the case names or may mean: nobody gives it to them unasked. */
export function staffMeantBy(complaint: Complaint, members: readonly Membership[]): ReadonlySet<string> {
  const { sure, maybe, mentioned } = whoIsMeant(namingTextsOf(complaint), members)
  return new Set([...staffNamedBy(complaint, members), ...sure, ...maybe, ...mentioned].map(({ id }) => id))
}

/** Chooses who has the fewest open cases, and of those the first; `null` if all have as many as the unit allows. */
export function leastLaden(able: readonly StaffId[], loads: Caseloads, most: number): StaffId | null {
  let found: StaffId | null = null
  for (const id of able) {
    const load = loads.get(id) ?? 0
    if (load < most && (found === null || load < (loads.get(found) ?? 0))) found = id
  }
  return found
}
