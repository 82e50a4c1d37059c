import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { KeptEvidence } from '../shape/evidence.ts'

export interface ScanDue {
  readonly tenant: TenantId
  readonly number: string
  readonly items: readonly KeptEvidence[]
}

export interface ScanQueue {
  dueForScan(now: Instant, limit: number): Promise<readonly ScanDue[]>
  unscannedSince(): Promise<Instant | null>
  countUnscanned(tenant: TenantId): Promise<number>
}
