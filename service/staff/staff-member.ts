import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Permission } from './permissions.ts'

export type StaffId = string & { readonly staffId: unique symbol }

/** A signed-in member of staff, as seen by one unit. */
export interface StaffMember {
  readonly id: StaffId
  readonly tenant: TenantId
  readonly name: string
  readonly position: string
  readonly permissions: ReadonlySet<Permission>
  /** When they last proved in their session who they are; absent where a person is looked up without one. */
  readonly confirmedAt?: Instant
}
