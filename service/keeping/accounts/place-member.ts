import { formerNames, isAccepted, type Membership } from '../../offices/staff/account.ts'
import { heldSince, type InviteStaffPorts, type NewMember } from '../../offices/staff/add-member.ts'
import type { PlaceChange } from '../../offices/staff/grant-rules.ts'
import { heldFrom, may, type RoleHolder } from '../../offices/staff/held-roles.ts'
import type { UnitRole } from '../../offices/staff/unit-role.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

/** The roles that somebody is to have, as if all were given at once. */
export const wantedRoles = (
  { roles, unitRoles = [] }: Pick<NewMember, 'roles' | 'unitRoles'>,
  madeRoles: readonly UnitRole[],
  now: Instant,
) => ({
  ...{ roles, madeRoles },
  unitRoles: heldFrom([], unitRoles, { made: madeRoles, now, byOneself: false }),
})

/** Returns the member as they are from now on. */
export function placeInUnit(
  member: Membership,
  { now: { unitRoles, ...place } }: PlaceChange,
  made: readonly UnitRole[],
  now: Instant,
  byOneself = false,
): Membership {
  return {
    ...member,
    ...place,
    unitRoles: heldFrom(member.unitRoles ?? [], unitRoles, { made, now, byOneself }),
    madeRoles: made,
    formerNames: formerNames(place.name, member, member.name),
    heldSince: heldSince(member, place.roles, now),
  }
}

/** @throws Refusal `staff/last-admin` if nobody would manage the staff once these people hold these roles */
export async function refuseUnlessAdminLeft(
  { staff }: Pick<InviteStaffPorts, 'staff'>,
  tenant: TenantId,
  ...changed: readonly RoleHolder[]
): Promise<void> {
  const before = (await staff.members(tenant)).filter(isAccepted)
  const after = before.map((one) => changed.find(({ id }) => id === one.id) ?? one)
  const isManaged = (members: readonly RoleHolder[]) => members.some((one) => may(one, 'staff.manage'))
  if (isManaged(before) && !isManaged(after)) throw new Refusal('conflict', 'staff/last-admin')
}
