import type { TenantId } from '../tenants/tenant-id.ts'

/**
 * Hides what stands in a cursor from whoever gets it. Lines of a log are numbered without gaps, so the numbers on both
 * sides of a page would tell how many lines in it are kept from its reader.
 */
export interface CursorSeal {
  seal(tenant: TenantId, cursor: string): Promise<string>
  /** @throws InvalidCursor for a text that `seal` did not make for this unit */
  open(tenant: TenantId, sealed: string): Promise<string>
}
