import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Complaint } from './shape/complaint.ts'

/** That something of a case was erased for good. Nothing in it that a reporter wrote. */
export interface Erasure {
  readonly at: Instant
  readonly tenant: TenantId
  readonly number: string
  /** `null`: who the reporter was; else the case, under the destruction record with this number. */
  readonly record: string | null
}

/** What was erased of a case last; a destroyed case has nothing left but that. */
export function erasureOf({
  tenant,
  id,
  destroyed,
  identityErasedAt,
}: Pick<Complaint, 'destroyed' | 'identityErasedAt'> & { readonly tenant: string; readonly id?: string }): Erasure[] {
  const at = destroyed?.at ?? identityErasedAt
  return at ? [{ at, tenant: tenant as TenantId, number: id ?? '', record: destroyed?.record ?? null }] : []
}
