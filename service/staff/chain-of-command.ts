import type { Membership } from './account.ts'

type Place = Pick<Membership, 'id' | 'roles' | 'reportsTo'>

/**
 * Who stands directly above somebody. Where the unit named nobody, its heads do; heads and the Inspektorat then stand
 * under nobody here.
 */
function directlyAbove(member: Place, members: readonly Place[]): readonly string[] {
  if (member.reportsTo) return [member.reportsTo]
  if (member.roles.includes('unit_head') || member.roles.includes('internal_auditor')) return []
  return members.filter(({ roles }) => roles.includes('unit_head')).map(({ id }) => id)
}

/** All who stand above somebody, nearest first. A circle in the chain ends it; nobody stands above themselves. */
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

/** Everybody whose chain leads to one of these people, themselves included. */
export const withWhomTheySupervise = (ids: readonly string[], members: readonly Place[]): string[] =>
  members
    .map(({ id }) => id)
    .filter((id) => ids.includes(id) || superiorsOf(id, members).some((superior) => ids.includes(superior)))

/** Who stands above the unit's heads: whom they report to, or, where nobody was named, the Inspektorat. */
export function aboveHeads(members: readonly Place[]): readonly string[] {
  const holding = (role: Place['roles'][number]) =>
    members.filter(({ roles }) => roles.includes(role)).map(({ id }) => id)
  const superiors = holding('unit_head').flatMap((id) => superiorsOf(id, members))
  return superiors.length > 0 ? [...new Set(superiors)] : holding('internal_auditor')
}
