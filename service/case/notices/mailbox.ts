import type { Instant } from '../../shared/instant.ts'
import type { Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

export interface MailboxLine {
  readonly id: string
  readonly at: Instant
  readonly subject: string
  readonly text: string
}

/** Messages that the built-in mailbox kept because no provider is set up. */
export interface MailboxReader {
  /** The newest comes first. @throws InvalidCursor */
  list(tenant: TenantId, page: { readonly after?: string; readonly limit: number }): Promise<Page<MailboxLine>>
}
