import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Role } from '../vocabulary.ts'

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

/** Tells whether limiting the role to categories has any effect. */
export const canBeLimited = (role: Role): boolean => permissionsOf[role].some((permission) => !unitWide.has(permission))

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

/** Returns for each permission the categories of all roles that give it; it is unlimited if one of them is. */
export function limitsFor(held: readonly Role[], limits: RoleLimits): ReadonlyMap<Permission, ReadonlySet<string>> {
  const found = new Map<Permission, Set<string>>()
  const everywhere = permissionsFor(held.filter((role) => limits[role] === undefined))
  for (const role of held) {
    for (const permission of permissionsOf[role]) {
      if (everywhere.has(permission)) continue
      const categories = found.get(permission) ?? new Set()
      for (const category of limits[role] ?? []) categories.add(category)
      found.set(permission, categories)
    }
  }
  return found
}

/** Returns for each permission the earliest day on which a role gave it; roles without a date were held for long. */
export function permissionsSince(
  held: readonly Role[],
  since: Readonly<Partial<Record<Role, Instant>>>,
): ReadonlyMap<Permission, Instant> {
  const found = new Map<Permission, Instant>()
  const ofLong = permissionsFor(held.filter((role) => since[role] === undefined))
  for (const role of held) {
    const at = since[role]
    for (const permission of permissionsOf[role]) {
      const known = found.get(permission)
      if (at && !ofLong.has(permission) && (!known || at < known)) found.set(permission, at)
    }
  }
  return found
}

export const notPermitted = (permission: Permission) => new Refusal('forbidden', 'staff/not-permitted', { permission })
