import type { TenantId } from '../../storage/tenant-id.ts'

/**
 * Encrypts cursors. Log entries are numbered without gaps, so readable cursors would tell how many entries between two
 * pages are hidden from the reader.
 */
export interface CursorSeal {
  seal(tenant: TenantId, cursor: string): Promise<string>
  /** @throws InvalidCursor for a text that `seal` did not make for this tenant */
  open(tenant: TenantId, sealed: string): Promise<string>
}
