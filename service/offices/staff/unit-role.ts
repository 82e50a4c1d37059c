import type { Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { StaffId } from '../staff-id.ts'
import type { Translated } from '../translated.ts'
import type { RoleChangeKind } from '../vocabulary.ts'
import type { Permission } from './permissions.ts'

/** A permission in a role of the unit's own, with who put it there. */
export interface RolePermission {
  readonly permission: Permission
  readonly since: Instant
  readonly by: StaffId
}

/** A name that a unit gave to a set of permissions. */
export interface UnitRole {
  readonly id: string
  readonly name: Translated
  readonly permissions: readonly RolePermission[]
}

/** How somebody holds one of them. */
export interface HeldUnitRole {
  readonly id: string
  /** `null` means every category. */
  readonly categories: readonly string[] | null
  readonly since: Instant
  /** The permissions that it had when somebody else gave it to them, with the moment of each in the role. */
  readonly given: Readonly<Partial<Record<Permission, Instant>>>
}

interface RoleChange {
  readonly at: Instant
  readonly by: StaffId
  readonly name: string
  readonly what: RoleChangeKind
  readonly added: readonly Permission[]
  readonly dropped: readonly Permission[]
}

/** All of a unit are one document, so that two people cannot change them at once. */
export interface UnitRoles extends Kept {
  readonly roles: readonly UnitRole[]
  /** The newest come first. */
  readonly changes: readonly RoleChange[]
}

export const unitRoleSpec: CollectionSpec<UnitRoles> = { name: 'unitRoles', readOften: true, keys: {}, indexes: {} }

export const UNIT_ROLES = 'roles'

/** Nobody would know any more which one to give. */
export const MOST_UNIT_ROLES = 20
export const MOST_ROLE_CHANGES = 100

export const permissionsIn = ({ permissions }: Pick<UnitRole, 'permissions'>): readonly Permission[] =>
  permissions.map(({ permission }) => permission)
