import type { Role } from '../vocabulary.ts'
import type { Membership } from './account.ts'

type Place = Pick<Membership, 'id' | 'roles' | 'reportsTo'>

/** They stand beside or above the tenant, so its heads are not their superiors. */
const withoutSuperior: readonly Role[] = ['unit_head', 'internal_auditor', 'parent_head']

/**
 * Returns the direct superiors. If the tenant named none, they are its heads; the heads, the Inspektorat and the head of
 * the parent unit then have none.
 */
function directlyAbove(member: Place, members: readonly Place[]): readonly string[] {
  if (member.reportsTo) return [member.reportsTo]
  if (member.roles.some((role) => withoutSuperior.includes(role))) return []
  return members.filter(({ roles }) => roles.includes('unit_head')).map(({ id }) => id)
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
export function aboveHeads(members: readonly Place[]): readonly string[] {
  const holding = (role: Place['roles'][number]) =>
    members.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)
  const superiors = holding('unit_head').flatMap((id) => superiorsOf(id, members))
  if (superiors.length > 0) return [...new Set(superiors)]
  const above = holding('parent_head')
  return above.length > 0 ? above : holding('internal_auditor')
}
