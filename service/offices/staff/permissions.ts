import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { DeputyTitle, Role, RoleMix } from '../vocabulary.ts'

export const permissions = [
  'cases.read',
  'cases.enter',
  'cases.verify',
  'cases.dispatch',
  'cases.handle',
  'cases.approve',
  'cases.decline',
  'cases.close',
  'objections.decide',
  'identity.open',
  'identity.open_confidential',
  'identity.erase',
  'rights.answer',
  'incidents.handle',
  'retention.manage',
  'letters.approve',
  'letters.post',
  'letters.post_confidential',
  'reports.read',
  'register.export',
  'register.import',
  'approvals.decide',
  'templates.manage',
  'integrations.manage',
  'tenant.configure',
  'staff.manage',
  'mailbox.read',
  'log.read',
] as const

export type Permission = (typeof permissions)[number]

/** A person's permissions in a tenant are the union of those of their roles. */
export const permissionsOf = {
  intake_officer: ['cases.read', 'cases.enter', 'letters.post'],
  verifier: [
    'cases.read',
    'cases.enter',
    'cases.verify',
    'cases.dispatch',
    'cases.decline',
    'identity.open',
    'retention.manage',
  ],
  case_handler: ['cases.read', 'cases.handle', 'cases.close', 'identity.open'],
  unit_head: [
    'cases.read',
    'cases.enter',
    'cases.verify',
    'cases.dispatch',
    'cases.handle',
    'cases.approve',
    'cases.decline',
    'cases.close',
    'identity.open',
    'identity.erase',
    'rights.answer',
    'incidents.handle',
    'retention.manage',
    'letters.approve',
    'reports.read',
    'register.export',
    'approvals.decide',
    'templates.manage',
    'integrations.manage',
    'log.read',
  ],
  identity_custodian: [
    'cases.read',
    'identity.open',
    'identity.open_confidential',
    'identity.erase',
    'incidents.handle',
    'letters.post',
    'letters.post_confidential',
  ],
  internal_auditor: [
    'cases.read',
    'objections.decide',
    'retention.manage',
    'reports.read',
    'register.export',
    'approvals.decide',
    'log.read',
  ],
  parent_head: ['cases.read', 'objections.decide', 'reports.read', 'approvals.decide'],
  observer: ['reports.read'],
  tenant_admin: [
    'register.import',
    'templates.manage',
    'integrations.manage',
    'tenant.configure',
    'staff.manage',
    'mailbox.read',
  ],
} as const satisfies Record<Role, readonly Permission[]>

/** These concern the tenant as a whole. All others concern cases or count them, and can be limited to categories. */
const unitWide: ReadonlySet<Permission> = new Set<Permission>([
  'register.import',
  'templates.manage',
  'integrations.manage',
  'tenant.configure',
  'staff.manage',
  'mailbox.read',
  'log.read',
])

/** Somebody for whom nobody vouched has these at once: they show no case and decide on nothing. */
const beforeVouching: ReadonlySet<Permission> = new Set<Permission>(
  ['reports.read' as const, ...unitWide].filter((permission) => permission !== 'log.read'),
)

export const waitsForVouching = (permission: Permission): boolean => !beforeVouching.has(permission)

/** Tells whether limiting a role with these permissions to categories has any effect. */
export const canBeLimited = (given: readonly Permission[]): boolean =>
  given.some((permission) => !unitWide.has(permission))

/** The steward of a guarded case has these permissions on it, whatever their roles are. */
export const stewardPermissions: ReadonlySet<Permission> = new Set<Permission>([
  'cases.read',
  'cases.verify',
  'cases.dispatch',
  'cases.handle',
  'cases.approve',
  'cases.decline',
  'cases.close',
  'identity.open',
  'rights.answer',
  'letters.approve',
])

/** A role is limited to these categories; a role without an entry applies in every category. */
export type RoleLimits = Readonly<Partial<Record<Role, readonly string[]>>>

export const permissionsFor = (held: readonly Role[]): ReadonlySet<Permission> =>
  new Set(held.flatMap((role): readonly Permission[] => permissionsOf[role]))

/** One permission that a role gives. */
export interface Grant {
  readonly permission: Permission
  /** `null` means every category. */
  readonly categories: readonly string[] | null
  /** `null` means that it has been held for long. */
  readonly since: Instant | null
}

export const grantsOfRoles = (
  held: readonly Role[],
  limits: RoleLimits,
  since: Readonly<Partial<Record<Role, Instant>>>,
): readonly Grant[] =>
  held.flatMap((role) =>
    permissionsOf[role].map((permission) => ({
      permission,
      categories: limits[role] ?? null,
      since: since[role] ?? null,
    })),
  )

/** Returns for each limited permission the categories of all its grants; it is unlimited if one of them is. */
export function limitsIn(grants: readonly Grant[]): ReadonlyMap<Permission, ReadonlySet<string>> {
  const found = new Map<Permission, Set<string>>()
  const everywhere = new Set(grants.filter(({ categories }) => categories === null).map(({ permission }) => permission))
  for (const { permission, categories } of grants) {
    if (everywhere.has(permission)) continue
    const known = found.get(permission) ?? new Set()
    for (const category of categories ?? []) known.add(category)
    found.set(permission, known)
  }
  return found
}

/** Returns for each permission the earliest moment at which it was given; one without a date was held for long. */
export function sinceIn(grants: readonly Grant[]): ReadonlyMap<Permission, Instant> {
  const found = new Map<Permission, Instant>()
  const ofLong = new Set(grants.filter(({ since }) => since === null).map(({ permission }) => permission))
  for (const { permission, since } of grants) {
    const known = found.get(permission)
    if (since && !ofLong.has(permission) && (!known || since < known)) found.set(permission, since)
  }
  return found
}

export const notPermitted = (permission: Permission) => new Refusal('forbidden', 'staff/not-permitted', { permission })

export function requirePermission(staff: StaffMember, permission: Permission): void {
  if (!staff.permissions.has(permission)) throw notPermitted(permission)
}

/** @throws Refusal `staff/not-permitted` for a person who has none of them */
export function requireAnyPermission(staff: StaffMember, some: readonly [Permission, ...Permission[]]): void {
  if (!some.some((permission) => staff.permissions.has(permission))) throw notPermitted(some[0])
}

/** This keyed hash stands for a staff member on the cases that are hidden from them. */
export type GuardMark = string & { readonly guardMark: unique symbol }

/** A deputy may do no more than the member for whom they stand in. */
export interface DeputyRight {
  readonly title: DeputyTitle
  /** The position of that member. */
  readonly position: string
  /** Cases with one of these marks are hidden from that member. */
  readonly marks: ReadonlySet<GuardMark>
  /** Somebody else entered that the member is away. */
  readonly byOther: boolean
}

export interface StaffMember {
  readonly id: StaffId
  readonly tenant: TenantId
  readonly name: string
  readonly position: string
  /** Each permission may be limited to some categories. */
  readonly permissions: ReadonlySet<Permission>
  /** A permission is limited to these categories; one without an entry applies in every category. */
  readonly limits: ReadonlyMap<Permission, ReadonlySet<string>>
  /** Cases with one of these marks, their own or a superior's, are hidden from them. */
  readonly guardMarks: ReadonlySet<GuardMark>
  /** A permission is held since then; one without an entry has been held for long. */
  readonly heldSince?: ReadonlyMap<Permission, Instant>
  /** Permissions that they hold only as deputy of somebody who is away. */
  readonly asDeputy?: ReadonlyMap<Permission, DeputyRight>
  /** They stand in for these members now. */
  readonly standsInFor?: readonly StaffId[]
  /** These members are away and have nobody in their place. */
  readonly unattended?: readonly StaffId[]
  /** Their name or position is new here, and cases have not been searched for it yet. */
  readonly isUnmatched?: true
  /** Nobody vouched for them yet: they decide on no request. */
  readonly isUnvouched?: true
  /** They are away until then. */
  readonly awayUntil?: Instant
  /** It is set for a program with an API key, for which guarded cases do not exist. */
  readonly isProgram?: true
  /** Everybody of the unit who is at work, or has somebody in their place. */
  readonly present?: ReadonlySet<string>
  /** The unit has so few people that all of them read all that their duties concern. */
  readonly isInSmallUnit?: true
  /** They last proved their identity in the session then; absent without a session. */
  readonly confirmedAt?: Instant
}

type Sides = readonly [readonly Permission[], readonly Permission[]]

const working = ['cases.verify', 'cases.handle', 'cases.approve', 'cases.decline', 'cases.close'] as const

/** What the roles of the service keep in different hands: one permission of each side together breaks it. */
const apart = {
  /** A person who gives roles reads no case and decides on nobody's request. */
  staff_and_cases: [['staff.manage'], ['cases.read', 'identity.open', 'approvals.decide', 'log.read']],
  /** A person who keeps confidential identities does not work on the case. */
  identities_and_work: [['identity.open_confidential'], working],
  /** A person who decides objections did not answer. */
  objections_and_answers: [['objections.decide'], ['cases.handle', 'cases.approve']],
  /** A person who sends confidential letters knows the address, and does not work on the case. */
  addresses_and_work: [['letters.post_confidential'], working],
} as const satisfies Record<Exclude<RoleMix, 'without_reading'>, Sides>

const mixes = Object.entries(apart) as readonly [keyof typeof apart, Sides][]

/** What concerns single cases is of no use to somebody who reads none. */
const ofCases: ReadonlySet<Permission> = new Set<Permission>([
  ...permissionsOf.verifier,
  ...permissionsOf.case_handler,
  ...permissionsOf.identity_custodian,
  'cases.approve',
  'objections.decide',
])

/** Returns what breaks the separation of duties in these permissions, or makes them useless. */
export function mixesIn(permissions: readonly Permission[]): readonly RoleMix[] {
  const has = (some: readonly Permission[]) => some.some((one) => permissions.includes(one))
  const found: RoleMix[] = mixes.filter(([, [one, other]]) => has(one) && has(other)).map(([mix]) => mix)
  const isBlind = !permissions.includes('cases.read') && permissions.some((one) => ofCases.has(one))
  return isBlind ? [...found, 'without_reading'] : found
}
