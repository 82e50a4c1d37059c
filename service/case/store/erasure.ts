import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Complaint } from '../shape/complaint.ts'

/** An erasure contains nothing that a reporter wrote. */
export interface Erasure {
  readonly at: Instant
  readonly tenant: TenantId
  readonly number: string
  /**
   * `null` means that the identity was erased; otherwise the case was, under the destruction record with this number.
   */
  readonly record: string | null
}

export function erasureOf({
  tenant,
  id,
  destroyed,
  identityErasedAt,
}: Pick<Complaint, 'destroyed' | 'identityErasedAt'> & { readonly tenant: TenantId; readonly id?: string }): Erasure[] {
  const at = destroyed?.at ?? identityErasedAt
  return at ? [{ at, tenant, number: id ?? '', record: destroyed?.record ?? null }] : []
}
