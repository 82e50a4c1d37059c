import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

export interface SecretInTransit {
  readonly number: number
  /** The secret has 32 bytes or more, in base64url. */
  readonly secret: string
  readonly madeAt: Instant | null
  /** True if all seals of the tenant are bound to their places; earlier versions leave it out. */
  readonly allBound?: boolean
  /** From this day on the tenant's log has heads without a gap. */
  readonly headsSince?: string | null
}

/**
 * Moves the secrets of a tenant to another installation, so that what they wrap, hash and sign stays valid. Anybody who
 * reads a secret can open the tenant's data, so they travel sealed.
 */
export interface TransitSecrets {
  takeOut(tenant: TenantId): Promise<readonly SecretInTransit[]>
  /** Wraps them with this installation's master key; existing ones stay. */
  takeIn(tenant: TenantId, secrets: readonly SecretInTransit[]): Promise<void>
  drop(tenant: TenantId): Promise<void>
}
