import type { SplitSeen } from '../../case/access/case-access.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ViewWording } from '../view-wording.ts'

export interface ViewContext {
  readonly tenant: Tenant
  readonly wording: ViewWording
  readonly now: Instant
  readonly hasScanner: boolean
  /** The channels here, and whether each only keeps its messages. */
  readonly channels: ReadonlyMap<NoticeChannel, { readonly keepsHere: boolean }>
  readonly members: ReadonlyMap<string, Membership>
  /** Words of the reporter are masked for the viewer. */
  readonly isCovered?: boolean
  /** Absent in lists. */
  readonly split?: SplitSeen
}
