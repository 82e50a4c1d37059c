import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'

/** One version of the secret that wraps a unit's keys. */
export interface KeyVersion {
  readonly version: number
  /** `null`: from before versions told their age. */
  readonly madeAt: Instant | null
}

/**
 * The secrets that wrap the keys of cases, by unit and version. What a unit hashes and signs with is kept apart from
 * them and stays the same.
 */
export interface UnitKeys {
  /** Oldest first; the last one wraps what is new. */
  versions(tenant: TenantId): Promise<readonly [KeyVersion, ...KeyVersion[]]>
  /** Makes the next version. Resolves once it lies in the store: every process wraps with it within `KNOWN_FOR`. */
  renew(tenant: TenantId): Promise<KeyVersion>
  /** Destroys a version that is not the last: what it alone wraps never opens again. */
  destroy(tenant: TenantId, version: number): Promise<void>
  /** Whether the unit's secret says that all its seals are bound to their places; others are refused from then on. */
  isBound(tenant: TenantId): Promise<boolean>
  /** Writes that down, under the master key. */
  bound(tenant: TenantId): Promise<void>
  /** Units of an earlier version, of which nothing says so yet. */
  unbound(): Promise<readonly TenantId[]>
  /** Units that have more than one version. */
  inRotation(): Promise<readonly TenantId[]>
}
