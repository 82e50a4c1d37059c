import type { Instant } from '../../shared/instant.ts'
import type { DeputyTitle, Role } from '../vocabulary.ts'
import { absenceOf } from './absence.ts'
import type { HeldSince, Membership } from './account.ts'
import { grantRules } from './grant-rules.ts'
import type { RoleLimits } from './permissions.ts'

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

/** The roles of one member, as somebody holds them: in their own right, or as deputy. */
export interface Post {
  readonly of: string
  readonly roles: readonly Role[]
  readonly limits: RoleLimits
  readonly position: string
  readonly heldSince: HeldSince
  /** It is `null` for one's own post. */
  readonly as: Substitute | null
}

export type Holder = Pick<Membership, 'id' | 'roles' | 'limits' | 'position' | 'heldSince' | 'absences'>

/** Returns a member's own post first, then those of the members for whom they stand in now. */
export function postsOf(own: Holder, members: readonly Holder[], now: Instant): readonly Post[] {
  const byId = new Map(members.map((member) => [member.id, member]))
  const borrowed = members.flatMap((member): readonly Post[] => {
    const substitute = member.id === own.id ? null : substituteFor(member, byId, now)
    if (substitute?.id !== own.id) return []
    const roles = member.roles.filter(isDeputized)
    const heldSince = Object.fromEntries(roles.map((role) => [role, substitute.since]))
    return [{ ...postOf(member), roles, heldSince, as: substitute }]
  })
  return [postOf(own), ...borrowed]
}

export const postOf = ({ id, roles, limits = {}, position, heldSince = {} }: Holder): Post => ({
  ...{ of: id, roles, limits, position, heldSince },
  as: null,
})
