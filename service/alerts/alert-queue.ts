import type { TenantId } from '../tenants/tenant-id.ts'
import type { AlertNote } from './alert-note.ts'
import type { AlertedCase } from './recipients.ts'

/** A case by its number, with what tells who may see it. Nothing of it is opened. */
export interface CaseOutline extends AlertedCase {
  readonly number: string
}

/** A case of which staff must still be told something. */
export interface CaseToTell extends CaseOutline {
  readonly tenant: TenantId
  readonly notes: readonly AlertNote[]
}

/** What lies in cases for staff, as a queue across units. */
export interface AlertQueue {
  /** Those that wait longest. They stay until they are `told`. */
  casesToTell(limit: number): Promise<readonly CaseToTell[]>
  /** Takes these notes out of the case, whatever else was written meanwhile. */
  told(tenant: TenantId, number: string, notes: readonly string[]): Promise<void>
  /** Of these cases, those that there are. */
  outlines(tenant: TenantId, numbers: readonly string[]): Promise<readonly CaseOutline[]>
}
