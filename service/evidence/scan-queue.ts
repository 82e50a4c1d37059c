import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { KeptEvidence } from './evidence.ts'

export interface ScanDue {
  readonly tenant: TenantId
  readonly number: string
  readonly items: readonly KeptEvidence[]
}

export interface ScanQueue {
  /** Returns cases with files to scan now, the longest due first. */
  dueForScan(now: Instant, limit: number): Promise<readonly ScanDue[]>
  /** Returns when the oldest file without a verdict was added, or `null`. */
  unscannedSince(): Promise<Instant | null>
  unscanned(tenant: TenantId): Promise<number>
}
