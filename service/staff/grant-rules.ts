import type { Role } from '../complaints/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Membership } from './account.ts'
import type { RoleLimits } from './permissions.ts'

/** How a role is given. */
export interface GrantRule {
  /** An admin may give it to themself. */
  readonly toOneself: boolean
  /** It takes a second person: one asks, another grants, and neither is the one who gets it. */
  readonly byTwo: boolean
  /** Custodians, heads and the Inspektorat are told at once when somebody gets or loses it. */
  readonly isTold: boolean
}

/** What reads cases, opens identities or decides as second person is never given to oneself. */
export const grantRules = {
  intake_officer: { toOneself: false, byTwo: false, isTold: false },
  verifier: { toOneself: false, byTwo: false, isTold: false },
  case_handler: { toOneself: false, byTwo: false, isTold: false },
  unit_head: { toOneself: false, byTwo: false, isTold: true },
  identity_custodian: { toOneself: false, byTwo: true, isTold: true },
  internal_auditor: { toOneself: false, byTwo: false, isTold: true },
  observer: { toOneself: true, byTwo: false, isTold: false },
  tenant_admin: { toOneself: true, byTwo: false, isTold: true },
} as const satisfies Record<Role, GrantRule>

/** What somebody is in a unit. Cases are kept from people by their name, their position and who stands above them. */
export interface Place {
  readonly name: string
  readonly position: string
  readonly roles: readonly Role[]
  readonly limits: RoleLimits
  readonly reportsTo: string | null
}

export const placeIn = ({ name, position, roles, limits = {}, reportsTo = null }: Membership): Place => ({
  name,
  position,
  roles,
  limits,
  reportsTo,
})

export interface PlaceChange {
  /** What holds at once. */
  readonly now: Place
  /** Roles that wait for a second person, or wider limits of theirs. */
  readonly asked: readonly Role[]
  readonly granted: readonly Role[]
  readonly taken: readonly Role[]
  /** The person stands under other people than before, or their position or limits changed. */
  readonly moved: boolean
  /** The name before, if it changed. */
  readonly formerName: string | null
}

const nowhere: Place = { name: '', position: '', roles: [], limits: {}, reportsTo: null }

/** What only another admin changes, because cases are kept from people by it. */
const byOthers = ['name', 'position', 'reportsTo'] as const satisfies readonly (keyof Place)[]

/** Whether a role holds in more categories, or for the first time. */
function grows(role: Role, before: Place, wanted: Place): boolean {
  if (!wanted.roles.includes(role)) return false
  if (!before.roles.includes(role)) return true
  const [had, gets] = [before.limits[role], wanted.limits[role]]
  return had !== undefined && (gets === undefined || gets.some((category) => !had.includes(category)))
}

/** A limit of a role that is new or gone is told with the role. */
function isMoved(had: Place, now: Place): boolean {
  const kept = now.roles.filter((role) => had.roles.includes(role))
  const limitOf = (place: Place, role: Role) => [...(place.limits[role] ?? ['everything'])].sort().join(' ')
  return (
    now.reportsTo !== had.reportsTo ||
    now.position !== had.position ||
    kept.some((role) => limitOf(had, role) !== limitOf(now, role))
  )
}

/**
 * Decides what of a wanted place holds at once and what takes a second person.
 * @throws Refusal `staff/own-role` for a role that nobody gives to themself, or wider limits of it; `staff/own-place` for
 * another name, position or superior of one's own
 */
export function decidePlace(before: Place | null, wanted: Place, isOneself: boolean): PlaceChange {
  const had = before ?? nowhere
  const growing = wanted.roles.filter((role) => grows(role, had, wanted))
  if (isOneself) {
    const refused = growing.find((role) => !grantRules[role].toOneself)
    if (refused) throw new Refusal('forbidden', 'staff/own-role', {}, [{ path: 'roles', code: 'own-role' }])
    const changed = byOthers.find((field) => wanted[field] !== had[field])
    if (changed) throw new Refusal('forbidden', 'staff/own-place', {}, [{ path: changed, code: 'own-place' }])
  }
  const asked = growing.filter((role) => grantRules[role].byTwo)
  const roles = wanted.roles.filter((role) => !asked.includes(role) || had.roles.includes(role))
  const limits = Object.fromEntries(
    roles.flatMap((role) => {
      const limit = asked.includes(role) ? had.limits[role] : wanted.limits[role]
      return limit === undefined ? [] : [[role, limit]]
    }),
  )
  return {
    now: { ...wanted, roles, limits },
    asked,
    granted: roles.filter((role) => !had.roles.includes(role)),
    taken: had.roles.filter((role) => !wanted.roles.includes(role)),
    moved: before !== null && isMoved(had, { ...wanted, roles, limits }),
    formerName: before !== null && wanted.name !== had.name ? had.name : null,
  }
}
