import { keysOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Role } from '../vocabulary.ts'
import type { Membership, UnitRole } from './account.ts'
import { type Permission, permissionsOf, type RoleLimits } from './permissions.ts'

export interface GrantRule {
  readonly toOneself: boolean
  readonly byTwo: boolean
  /** Custodians, heads and the Inspektorat are alerted at once when somebody gets or loses it: all that reads cases. */
  readonly isTold: boolean
}

/** Nobody gives themselves a role that reads cases, opens identities or decides as second person. */
export const grantRules = {
  intake_officer: { toOneself: false, byTwo: false, isTold: true },
  verifier: { toOneself: false, byTwo: false, isTold: true },
  case_handler: { toOneself: false, byTwo: false, isTold: true },
  unit_head: { toOneself: false, byTwo: false, isTold: true },
  identity_custodian: { toOneself: false, byTwo: true, isTold: true },
  internal_auditor: { toOneself: false, byTwo: false, isTold: true },
  parent_head: { toOneself: false, byTwo: false, isTold: true },
  observer: { toOneself: true, byTwo: false, isTold: false },
  tenant_admin: { toOneself: true, byTwo: false, isTold: true },
} as const satisfies Record<Role, GrantRule>

/**
 * Derives from the roles of the service how strictly a permission is given: nobody gives it to themselves if one role
 * with it is closed to them, and it is alerted if one of them is. It takes two persons if no role gives it without.
 */
export function ruleOfPermission(permission: Permission): GrantRule {
  const giving = keysOf(grantRules).filter((role) => permissionsOf[role].some((one) => one === permission))
  return {
    toOneself: giving.every((role) => grantRules[role].toOneself),
    byTwo: giving.every((role) => grantRules[role].byTwo),
    isTold: giving.some((role) => grantRules[role].isTold),
  }
}

/** A role of the unit's own is as strict as the strictest of its permissions. */
export function ruleOfPermissions(permissions: readonly Permission[]): GrantRule {
  const rules = permissions.map(ruleOfPermission)
  return {
    toOneself: rules.every(({ toOneself }) => toOneself),
    byTwo: rules.some(({ byTwo }) => byTwo),
    isTold: rules.some(({ isTold }) => isTold),
  }
}

export const ruleOfUnitRole = ({ permissions }: Pick<UnitRole, 'permissions'>): GrantRule =>
  ruleOfPermissions(permissions.map(({ permission }) => permission))

/** A role of the unit's own that somebody is to have; `null` means in every category. */
export interface WantedUnitRole {
  readonly id: string
  readonly categories: readonly string[] | null
}

/** Guarded cases are hidden from people by their name, position and superiors. */
export interface Place {
  readonly name: string
  readonly position: string
  readonly roles: readonly Role[]
  readonly limits: RoleLimits
  readonly unitRoles: readonly WantedUnitRole[]
  readonly reportsTo: string | null
}

export const placeIn = ({
  name,
  position,
  roles,
  limits = {},
  unitRoles = [],
  madeRoles = [],
  reportsTo = null,
}: Membership): Place => ({
  ...{ name, position, roles, limits, reportsTo },
  unitRoles: unitRoles
    .filter(({ id }) => madeRoles.some((role) => role.id === id))
    .map(({ id, categories }) => ({ id, categories })),
})

export interface PlaceChange {
  readonly now: Place
  readonly asked: readonly Role[]
  readonly granted: readonly Role[]
  readonly taken: readonly Role[]
  readonly unitAsked: readonly UnitRole[]
  readonly unitGranted: readonly UnitRole[]
  readonly unitTaken: readonly UnitRole[]
  readonly moved: boolean
  readonly formerName: string | null
}

const nowhere: Place = { name: '', position: '', roles: [], limits: {}, unitRoles: [], reportsTo: null }

/** Only another admin changes these, because they decide from whom cases are hidden. */
const byOthers = ['name', 'position', 'reportsTo'] as const satisfies readonly (keyof Place)[]

/** One role of somebody, of the service's or the unit's own. */
interface Claim {
  readonly key: string
  readonly rule: GrantRule
  readonly categories: readonly string[] | null
}

function claimsOf({ roles, limits, unitRoles }: Place, made: readonly UnitRole[]): readonly Claim[] {
  const own = unitRoles.flatMap(({ id, categories }) => {
    const role = made.find((one) => one.id === id)
    return role ? [{ key: id, rule: ruleOfUnitRole(role), categories }] : []
  })
  return [...roles.map((role) => ({ key: role, rule: grantRules[role], categories: limits[role] ?? null })), ...own]
}

/** Tells whether a role is new or its limits become wider. */
function grows({ key, categories }: Claim, before: readonly Claim[]): boolean {
  const had = before.find((one) => one.key === key)
  if (!had) return true
  const known = had.categories
  return known !== null && (categories === null || categories.some((category) => !known.includes(category)))
}

/** Limits of a role that is new or removed are reported with the role. */
function isMoved(had: Place, now: Place, made: readonly UnitRole[]): boolean {
  const limitIn = ({ categories }: Claim) => [...(categories ?? ['everything'])].sort().join(' ')
  const before = claimsOf(had, made)
  return (
    now.reportsTo !== had.reportsTo ||
    now.position !== had.position ||
    claimsOf(now, made).some((one) => before.some((other) => other.key === one.key && limitIn(other) !== limitIn(one)))
  )
}

/**
 * Decides which changes apply at once and which take a second person.
 * @param made the roles of the unit's own
 * @throws Refusal `staff/own-role` for a role that nobody may give to themselves, or wider limits of it;
 * `staff/own-place` for a change of one's own name, position or superior
 */
export function decidePlace(
  before: Place | null,
  wanted: Place,
  isOneself: boolean,
  made: readonly UnitRole[] = [],
): PlaceChange {
  const had = before ?? nowhere
  const held = claimsOf(had, made)
  const growing = claimsOf(wanted, made).filter((claim) => grows(claim, held))
  if (isOneself) {
    const refused = growing.find(({ rule }) => !rule.toOneself)
    if (refused) throw new Refusal('forbidden', 'staff/own-role', {}, [{ path: 'roles', code: 'own-role' }])
    const changed = byOthers.find((field) => wanted[field] !== had[field])
    if (changed) throw new Refusal('forbidden', 'staff/own-place', {}, [{ path: changed, code: 'own-place' }])
  }
  const waits = (key: string) => growing.some((claim) => claim.key === key && claim.rule.byTwo)
  const now = { ...wanted, ...placeWithout(waits, had, wanted) }
  const has = (place: Place, id: string) => place.unitRoles.some((one) => one.id === id)
  return {
    now,
    asked: wanted.roles.filter(waits),
    granted: now.roles.filter((role) => !had.roles.includes(role)),
    taken: had.roles.filter((role) => !wanted.roles.includes(role)),
    unitAsked: made.filter(({ id }) => waits(id)),
    unitGranted: made.filter(({ id }) => has(now, id) && !has(had, id)),
    unitTaken: made.filter(({ id }) => has(had, id) && !has(wanted, id)),
    moved: before !== null && isMoved(had, now, made),
    formerName: before !== null && wanted.name !== had.name ? had.name : null,
  }
}

/** A role that waits for a second person stays as it was before, or away. */
function placeWithout(
  waits: (key: string) => boolean,
  had: Place,
  wanted: Place,
): Pick<Place, 'roles' | 'limits' | 'unitRoles'> {
  const roles = wanted.roles.filter((role) => !waits(role) || had.roles.includes(role))
  const limits = Object.fromEntries(
    roles.flatMap((role) => {
      const limit = waits(role) ? had.limits[role] : wanted.limits[role]
      return limit === undefined ? [] : [[role, limit]]
    }),
  )
  const unitRoles = wanted.unitRoles.flatMap((one) =>
    waits(one.id) ? had.unitRoles.filter(({ id }) => id === one.id) : [one],
  )
  return { roles, limits, unitRoles }
}
