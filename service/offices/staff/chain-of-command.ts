import type { Role } from '../vocabulary.ts'
import type { Membership } from './account.ts'
import { may, type RoleHolder } from './held-roles.ts'
import { type Permission, permissionsOf } from './permissions.ts'
import { permissionsIn } from './unit-role.ts'

type Place = RoleHolder & Pick<Membership, 'reportsTo'>

/** A person who signs answers is a head, by whatever role. */
export const isHead = (member: RoleHolder): boolean => may(member, 'cases.approve')

export const isParentHead = ({ roles }: RoleHolder): boolean => roles.includes('parent_head')

/** A person who decides objections and signs no answers is of the Inspektorat, or stands like them. */
export const isInspector = (member: RoleHolder): boolean =>
  member.roles.includes('internal_auditor') ||
  (may(member, 'objections.decide') && !isHead(member) && !isParentHead(member))

const above: readonly Role[] = ['internal_auditor', 'parent_head']
const doneAbove = new Set<Permission>([...permissionsOf.internal_auditor, ...permissionsOf.parent_head])

/** Tells whether somebody has no part in the work of the unit itself, but only stands above it. */
export const isOnlyAbove = ({ roles, unitRoles = [], madeRoles = [] }: RoleHolder): boolean =>
  roles.every((role) => above.includes(role)) &&
  unitRoles.every(({ id }) => {
    const given = madeRoles.filter((role) => role.id === id).flatMap(permissionsIn)
    return given.includes('objections.decide') && given.every((permission) => doneAbove.has(permission))
  })

/** They stand beside or above the tenant, so its heads are not their superiors. */
const hasNoSuperior = (member: Place): boolean => isHead(member) || isParentHead(member) || isInspector(member)

/**
 * Returns the direct superiors. If the tenant named none, they are its heads; the heads, the Inspektorat and the head of
 * the parent unit then have none.
 */
function directlyAbove(member: Place, members: readonly Place[]): readonly string[] {
  if (member.reportsTo) return [member.reportsTo]
  return hasNoSuperior(member) ? [] : members.filter(isHead).map(({ id }) => id)
}

/** Returns all superiors, nearest first. A circle ends the chain; nobody is their own superior. */
export function superiorsOf(id: string, members: readonly Place[]): string[] {
  const byId = new Map(members.map((member) => [member.id, member]))
  const found = new Set([id])
  for (const one of found) {
    const member = byId.get(one)
    if (member) for (const superior of directlyAbove(member, members)) found.add(superior)
  }
  found.delete(id)
  return [...found].filter((one) => byId.has(one))
}

/** A mark of this place hides a case from the person alone; one of the bare id also from those under them. */
export const ownPlace = (id: string): string => `own ${id}`

/** Returns these people and everybody whose chain leads to one of them. */
export const withWhomTheySupervise = (ids: readonly string[], members: readonly Place[]): string[] =>
  members
    .map(({ id }) => id)
    .filter((id) => ids.includes(id) || superiorsOf(id, members).some((superior) => ids.includes(superior)))

/** Returns the superiors of the tenant's heads: whom they report to, else the parent unit's head, else the Inspektorat. */
export function listSuperiorsOfHeads(members: readonly Place[]): readonly string[] {
  const idsOf = (stands: (member: Place) => boolean) => members.filter(stands).map(({ id }) => id)
  const superiors = idsOf(isHead).flatMap((id) => superiorsOf(id, members))
  if (superiors.length > 0) return [...new Set(superiors)]
  const parents = idsOf(isParentHead)
  return parents.length > 0 ? parents : idsOf(isInspector)
}
