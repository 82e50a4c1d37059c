import type { Instant } from '../../shared/instant.ts'
import type { DeputyTitle, Role } from '../vocabulary.ts'
import { absenceOf } from './absence.ts'
import type { Membership } from './account.ts'
import { grantRules, ruleOfPermission } from './grant-rules.ts'
import { grantsOf, grantsOfUnitRoles, laterOf, type RoleHolder } from './held-roles.ts'
import { type Grant, grantsOfRoles } from './permissions.ts'

type Person = Pick<Membership, 'id' | 'absences'>

/** A substitute stands in for an absent member at the end of a chain: A names B, and B, who is away too, names C. */
export interface Substitute {
  readonly id: string
  readonly title: DeputyTitle
  readonly since: Instant
}

/** Returns who is at work in place of an absent member, or `null` for somebody who is present or has nobody. */
export function substituteFor(
  { id, absences }: Person,
  members: ReadonlyMap<string, Person>,
  now: Instant,
): Substitute | null {
  const first = absenceOf({ ...(absences && { absences }) }, now)
  const seen = new Set([id])
  let absence = first
  while (first && absence?.deputy && !seen.has(absence.deputy)) {
    const deputy = members.get(absence.deputy)
    if (!deputy) return null
    const next = absenceOf(deputy, now)
    if (!next) return { id: deputy.id, title: first.title, since: first.setAt }
    seen.add(deputy.id)
    absence = next
  }
  return null
}

/** Roles that take two persons to give stay with the person; a deputy does not get them. */
export const isDeputized = (role: Role): boolean => !grantRules[role].byTwo

/** What the roles of one member give, as somebody holds them: in their own right, or as deputy. */
export interface Post {
  readonly of: string
  readonly grants: readonly Grant[]
  readonly position: string
  /** It is `null` for one's own post. */
  readonly as: Substitute | null
}

export type Holder = RoleHolder & Pick<Membership, 'position' | 'absences'>

/** Returns a member's own post first, then those of the members for whom they stand in now. */
export function postsOf(own: Holder, members: readonly Holder[], now: Instant): readonly Post[] {
  return [postOf(own), ...(listLentPosts(members, now).get(own.id) ?? [])]
}

/** Returns the posts of members who are away, by who stands in for them. */
export function listLentPosts(members: readonly Holder[], now: Instant): ReadonlyMap<string, readonly Post[]> {
  const byId = new Map(members.map((member) => [member.id, member]))
  const lent = new Map<string, Post[]>()
  for (const member of members) {
    const substitute = substituteFor(member, byId, now)
    if (substitute) lent.set(substitute.id, [...(lent.get(substitute.id) ?? []), lentPost(member, substitute)])
  }
  return lent
}

export const postOf = (member: Holder): Post => ({
  ...{ of: member.id, grants: grantsOf(member), position: member.position },
  as: null,
})

/** What takes two persons stays with the member. */
function lentPost({ id, roles, limits = {}, position, ...held }: Holder, as: Substitute): Post {
  const grants = [
    ...grantsOfRoles(roles.filter(isDeputized), limits, {}),
    ...grantsOfUnitRoles({ ...held, id }, as.id).filter(({ permission }) => !ruleOfPermission(permission).byTwo),
  ]
  return { of: id, grants: grants.map((grant) => ({ ...grant, since: laterOf(as.since, grant.since) })), position, as }
}
