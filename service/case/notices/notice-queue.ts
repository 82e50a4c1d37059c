import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { SealedIdentity } from '../../storage/vault.ts'
import type { Complaint, Dossier, Guard } from '../shape/complaint.ts'
import type { Filed } from '../shape/filed.ts'
import type { Notice } from '../shape/notice.ts'
import type { ContactStanding } from './notice-allowance.ts'

/** The contact points are still sealed. */
export interface ClaimedNotice {
  readonly tenant: TenantId
  readonly number: string
  readonly language: Language
  /** The reporter's channels in the order in which they are tried. */
  readonly noticeChannels: readonly NoticeChannel[]
  readonly identity: SealedIdentity | null
  /**
   * The case in which the identity is sealed, and whose number and page the reporter follows. It is an earlier one if
   * another tenant took the case without the identity.
   */
  readonly reachedBy: Filed & { readonly tenant: TenantId; readonly number: string }
  readonly notice: Notice
  /** A later notice of the same kind waits in the case. */
  readonly isOvertaken: boolean
  standingOf(channel: NoticeChannel): Promise<ContactStanding>
  /** Parts of the case for texts, where the tenant lets the channel reveal more than the number. */
  readonly told: Pick<Complaint, 'privacy' | 'status' | 'clocks' | 'category' | 'receivedAt'> & {
    openDossier(): Promise<Dossier>
  }
}

export interface WaitingCase {
  readonly category: string
  readonly guard: Guard | null
}

/** The queues of notices, which are parts of cases; each queue spans all tenants. */
export interface NoticeQueues {
  /**
   * While a deliverer runs here, the first notice of a new case is claimed for it with the write that keeps the case,
   * and the next `claimDue` of the queue `GIVEN` returns it.
   * @param leaseFor until when it takes one more than the `waiting` ones, or `null` if it has no room; `null` when it
   * stops
   */
  claimNew(leaseFor: ((waiting: number) => Instant | null) | null): void

  /**
   * Claims up to `most` due notices of a queue until `leaseUntil`. A notice that is not recorded by then is due
   * again.
   */
  claimDue(queue: string, now: Instant, leaseUntil: Instant, most: number): Promise<readonly ClaimedNotice[]>

  /** The time since when the oldest notice of a queue is due; `null` if none waits. */
  dueSince(queue: string): Promise<Instant | null>

  /** Cases of a tenant in a queue, with what decides who sees them. */
  waitingIn(
    tenant: TenantId,
    queue: string,
    paging: { readonly limit: number; readonly after?: string },
  ): Promise<Page<WaitingCase>>

  /** Changes one notice in its case, whatever others write meanwhile. `change` may be called more than once. */
  record(tenant: TenantId, number: string, noticeId: string, change: (notice: Notice) => Notice): Promise<void>
}
