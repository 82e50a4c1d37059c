import type { Filed } from '../complaints/case-seals.ts'
import type { Complaint, Dossier, Guard } from '../complaints/shape/complaint.ts'
import type { Language, NoticeChannel } from '../complaints/vocabulary.ts'
import type { SealedIdentity } from '../identity/vault.ts'
import type { Instant } from '../shared/instant.ts'
import type { Page } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Notice } from './notice.ts'
import type { ContactStanding } from './notice-allowance.ts'

/** A due notice in the hands of one deliverer, with what its delivery needs. The contact points are still sealed. */
export interface ClaimedNotice {
  readonly tenant: TenantId
  readonly number: string
  readonly language: Language
  /** The reporter's ladder: channels in the order in which they want them tried. */
  readonly noticeChannels: readonly NoticeChannel[]
  readonly identity: SealedIdentity | null
  /**
   * The case in which the identity is sealed, and by whose number and page the reporter follows: an earlier one, where
   * another unit took the case over without learning who they are.
   */
  readonly reachedBy: Filed & { readonly tenant: TenantId; readonly number: string }
  readonly notice: Notice
  /** A later notice of the same kind waits in the case. */
  readonly isOvertaken: boolean
  /** What is known of the contact on a channel. */
  standingOf(channel: NoticeChannel): Promise<ContactStanding>
  /** What the words of a notice may tell of the case, where the unit has its channel tell more than the number. */
  readonly told: Pick<Complaint, 'privacy' | 'status' | 'clocks'> & { openDossier(): Promise<Dossier> }
}

export interface WaitingCase {
  readonly category: string
  readonly guard: Guard | null
}

/** The notices that lie in cases, as a queue across units. */
export interface NoticeQueue {
  /**
   * Takes notices that are due in a line, at most so many, out of every other deliverer's reach until `leaseUntil`. A notice
   * that is not recorded by then is due again.
   */
  claimDue(line: string, now: Instant, leaseUntil: Instant, most: number): Promise<readonly ClaimedNotice[]>

  /** Since when the notice that waits longest in a line is due; `null`: none waits. */
  dueSince(line: string): Promise<Instant | null>

  /** Cases of a unit that wait in a line, as far as it takes to know who sees them. */
  waitingIn(
    tenant: TenantId,
    line: string,
    paging: { readonly limit: number; readonly after?: string },
  ): Promise<Page<WaitingCase>>

  /** Changes one notice in its case, however often others write meanwhile. `change` may be called more than once. */
  record(tenant: TenantId, number: string, noticeId: string, change: (notice: Notice) => Notice): Promise<void>
}
