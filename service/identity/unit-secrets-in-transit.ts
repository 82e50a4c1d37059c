import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'

/** A secret of a unit outside of its store. Whoever reads it can open the unit: it travels sealed. */
export interface SecretInTransit {
  readonly number: number
  /** 32 bytes or more, base64url. */
  readonly secret: string
  readonly madeAt: Instant | null
  /** All seals of the unit are bound to their places. Left out: by an earlier version. */
  readonly allBound?: boolean
  /** From this day on the log of the unit has heads without a gap. */
  readonly headsSince?: string | null
}

/** Takes the secrets of a unit to another installation: what they wrap, hash and sign stays as it is. */
export interface TransitSecrets {
  takeOut(tenant: TenantId): Promise<readonly SecretInTransit[]>
  /** Wraps them by the master key of here. What is there already stays. */
  takeIn(tenant: TenantId, secrets: readonly SecretInTransit[]): Promise<void>
  /** Of a unit that did not come to be. */
  drop(tenant: TenantId): Promise<void>
}
