import type { Instant } from '../../shared/instant.ts'
import type { Membership } from './account.ts'
import { ruleOfPermission, type WantedUnitRole } from './grant-rules.ts'
import { type Grant, grantsOfRoles, type Permission, permissionsOf } from './permissions.ts'
import type { HeldUnitRole, RolePermission, UnitRole } from './unit-role.ts'

/** What is asked about somebody's roles, their own and in their place. */
export type RoleHolder = Pick<Membership, 'id' | 'roles' | 'limits' | 'heldSince' | 'unitRoles' | 'madeRoles'>

export const laterOf = (one: Instant, other: Instant | null): Instant => (other && other > one ? other : one)

/**
 * Tells whether a permission of a role counts for somebody. What they put into it themselves, and what takes two
 * persons to give, counts only if it was in the role when others gave it to them. So nobody raises themselves by a
 * change of a role, not even with two windows at once.
 */
function counts(
  { permission, since, by }: RolePermission,
  { given }: HeldUnitRole,
  people: readonly string[],
): boolean {
  if (given[permission] === since) return true
  const { byTwo, toOneself } = ruleOfPermission(permission)
  return !byTwo && (toOneself || !people.includes(by))
}

/** @param deputy who holds them in the place of the member */
export function grantsOfUnitRoles(
  { id, unitRoles = [], madeRoles = [] }: Pick<RoleHolder, 'id' | 'unitRoles' | 'madeRoles'>,
  deputy: string = id,
): readonly Grant[] {
  return unitRoles.flatMap((held) => {
    const role = madeRoles.find((one) => one.id === held.id)
    const counting = role?.permissions.filter((one) => counts(one, held, [id, deputy])) ?? []
    return counting.map(({ permission, since }) => ({
      permission,
      categories: held.categories,
      since: laterOf(held.since, since),
    }))
  })
}

/** What somebody may do in their own right. */
export const grantsOf = (holder: RoleHolder): readonly Grant[] => [
  ...grantsOfRoles(holder.roles, holder.limits ?? {}, holder.heldSince ?? {}),
  ...grantsOfUnitRoles(holder),
]

export const may = (holder: RoleHolder, permission: Permission): boolean =>
  holder.roles.some((role) => permissionsOf[role].some((one) => one === permission)) ||
  grantsOfUnitRoles(holder).some((grant) => grant.permission === permission)

/** What others give with a role, at this moment. */
export const givenWith = ({ permissions }: UnitRole): HeldUnitRole['given'] =>
  Object.fromEntries(permissions.map(({ permission, since }) => [permission, since]))

interface Giving {
  readonly made: readonly UnitRole[]
  readonly now: Instant
  readonly byOneself: boolean
}

/** Returns the wanted roles as they are held from now on. What takes two persons is given by them alone. */
export const heldFrom = (
  before: readonly HeldUnitRole[],
  wanted: readonly WantedUnitRole[],
  { made, now, byOneself }: Giving,
): readonly HeldUnitRole[] =>
  wanted.flatMap(({ id, categories }) => {
    const known = before.find((one) => one.id === id)
    if (known) return [{ ...known, categories }]
    const role = made.find((one) => one.id === id)
    if (!role) return []
    const alone = role.permissions.filter(({ permission }) => !ruleOfPermission(permission).byTwo)
    return [{ id, categories, since: now, given: byOneself ? {} : givenWith({ ...role, permissions: alone }) }]
  })

/** Names the roles of somebody in the access log: those of the service by their codes, the unit's own in quotes. */
export const rolesInLog = (holder: RoleHolder): string =>
  [...holder.roles, ...unitRolesOf(holder).map(({ name }) => `"${name.id}"`)].join(' ')

/** The roles of the unit's own that somebody holds, in the unit's order. */
export const unitRolesOf = ({ unitRoles = [], madeRoles = [] }: RoleHolder): readonly UnitRole[] =>
  madeRoles.filter(({ id }) => unitRoles.some((held) => held.id === id))
