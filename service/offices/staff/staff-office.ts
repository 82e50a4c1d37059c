import type { Clock } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import type { Vault } from '../../storage/vault.ts'
import type { LogEntry, RecordAccess } from '../log/access-log.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { StaffDirectory } from './staff-directory.ts'

/** Addresses that are sent or printed. None contains a tracking code. */
export interface Links {
  readonly publicUrl: string
  hosted(tenant: string): string
  form(tenant: string): string
  follow(tenant: string): string
  office(tenant: string): string
  receipt(tenant: string, number: string): string
  verify(receiptId: string): string
  invitation(token: string): string
  reset(token: string): string
}

/** What every use case may stand on that knows units and their staff, but no case. */
export interface StaffOffice {
  readonly now: Clock
  readonly newId: () => string
  readonly newSecret: () => string
  /** One-way hash of a secret that is random already. */
  readonly hashSecret: (secret: string) => string
  readonly tenants: TenantDirectory
  readonly staff: StaffDirectory
  readonly record: RecordAccess
  readonly accessLog: Collection<LogEntry>
  readonly vault: Vault
  readonly links: Links
}
