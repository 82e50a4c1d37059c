import type { Membership } from '../../offices/staff/account.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Speech } from '../wording/speech.ts'

export interface ViewContext {
  readonly tenant: Tenant
  readonly speech: Speech
  readonly now: Instant
  readonly hasScanner: boolean
  readonly members: ReadonlyMap<string, Membership>
}
