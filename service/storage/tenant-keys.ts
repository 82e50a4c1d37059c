import type { Instant } from '../shared/instant.ts'
import type { TenantId } from './tenant-id.ts'

export interface KeyVersion {
  readonly version: number
  /** `null` marks a version made before versions recorded their age. */
  readonly madeAt: Instant | null
}

/**
 * These secrets wrap the keys of cases, by tenant and version. The tenant's keys for hashing and signing are separate
 * and stay the same.
 */
export interface TenantKeys {
  /** Versions are sorted oldest first; the last one wraps new keys. */
  versions(tenant: TenantId): Promise<readonly [KeyVersion, ...KeyVersion[]]>
  /** Makes the next version. It resolves once the store has it; every process uses it within `KNOWN_FOR`. */
  renew(tenant: TenantId): Promise<KeyVersion>
  /** Destroys a version other than the last; what only it wraps never opens again. */
  destroy(tenant: TenantId, version: number): Promise<void>
  /** Tells whether all seals of the tenant are bound to their places; unbound ones are refused from then on. */
  isBound(tenant: TenantId): Promise<boolean>
  /** Records that under the master key. */
  bound(tenant: TenantId): Promise<void>
  /** Returns tenants of an earlier version without that record. */
  unbound(): Promise<readonly TenantId[]>
  inRotation(): Promise<readonly TenantId[]>
}
