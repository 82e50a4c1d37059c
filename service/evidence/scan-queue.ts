import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { KeptEvidence } from './evidence.ts'

/** A case with files that are due for the scanner. */
export interface ScanDue {
  readonly tenant: TenantId
  readonly number: string
  readonly items: readonly KeptEvidence[]
}

/** The files that lie in cases, as a queue for the malware scanner across units. */
export interface ScanQueue {
  /** Cases with files to scan now, the longest due first. */
  dueForScan(now: Instant, limit: number): Promise<readonly ScanDue[]>
  /** When the oldest of the files without a verdict was added; `null` when there is none. */
  unscannedSince(): Promise<Instant | null>
  /** How many files of a unit have no verdict. */
  unscanned(tenant: TenantId): Promise<number>
}
