import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Permission } from './permissions.ts'

export type StaffId = string & { readonly staffId: unique symbol }

/** A keyed hash that stands for one member of staff on the cases that are kept from them. */
export type GuardMark = string & { readonly guardMark: unique symbol }

/** A signed-in member of staff, as seen by one unit. */
export interface StaffMember {
  readonly id: StaffId
  readonly tenant: TenantId
  readonly name: string
  readonly position: string
  /** What they may do in the unit at all, be it in one category only. */
  readonly permissions: ReadonlySet<Permission>
  /** The categories in which a permission holds; one that is not here holds in every category. */
  readonly limits: ReadonlyMap<Permission, ReadonlySet<string>>
  /** Their own mark and those of all above them: a case that bears one of these is kept from them. */
  readonly guardMarks: ReadonlySet<GuardMark>
  /** Since when a permission is held, where that is known; one that is not here has been held for long. */
  readonly heldSince?: ReadonlyMap<Permission, Instant>
  /** A program that came with a key: guarded cases do not exist for it. */
  readonly isProgram?: true
  /** When they last proved in their session who they are; absent where a person is looked up without one. */
  readonly confirmedAt?: Instant
}
