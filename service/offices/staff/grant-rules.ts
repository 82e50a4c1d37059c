import { Refusal } from '../../shared/refusal.ts'
import type { Role } from '../vocabulary.ts'
import type { Membership } from './account.ts'
import type { RoleLimits } from './permissions.ts'

export interface GrantRule {
  readonly toOneself: boolean
  readonly byTwo: boolean
  /** Custodians, heads and the Inspektorat are alerted at once when somebody gets or loses it. */
  readonly isTold: boolean
}

/** Nobody gives themselves a role that reads cases, opens identities or decides as second person. */
export const grantRules = {
  intake_officer: { toOneself: false, byTwo: false, isTold: false },
  verifier: { toOneself: false, byTwo: false, isTold: false },
  case_handler: { toOneself: false, byTwo: false, isTold: false },
  unit_head: { toOneself: false, byTwo: false, isTold: true },
  identity_custodian: { toOneself: false, byTwo: true, isTold: true },
  internal_auditor: { toOneself: false, byTwo: false, isTold: true },
  parent_head: { toOneself: false, byTwo: false, isTold: true },
  observer: { toOneself: true, byTwo: false, isTold: false },
  tenant_admin: { toOneself: true, byTwo: false, isTold: true },
} as const satisfies Record<Role, GrantRule>

/** Guarded cases are hidden from people by their name, position and superiors. */
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
  readonly now: Place
  readonly asked: readonly Role[]
  readonly granted: readonly Role[]
  readonly taken: readonly Role[]
  readonly moved: boolean
  readonly formerName: string | null
}

const nowhere: Place = { name: '', position: '', roles: [], limits: {}, reportsTo: null }

/** Only another admin changes these, because they decide from whom cases are hidden. */
const byOthers = ['name', 'position', 'reportsTo'] as const satisfies readonly (keyof Place)[]

/** Tells whether a role is new or its limits become wider. */
function grows(role: Role, before: Place, wanted: Place): boolean {
  if (!wanted.roles.includes(role)) return false
  if (!before.roles.includes(role)) return true
  const [had, gets] = [before.limits[role], wanted.limits[role]]
  return had !== undefined && (gets === undefined || gets.some((category) => !had.includes(category)))
}

/** Limits of a role that is new or removed are reported with the role. */
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
 * Decides which changes apply at once and which take a second person.
 * @throws Refusal `staff/own-role` for a role that nobody may give to themselves, or wider limits of it;
 * `staff/own-place` for a change of one's own name, position or superior
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
