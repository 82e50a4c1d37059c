import type { Actor } from '../complaints/shape/history.ts'
import type { Language, PrivacyChoice } from '../complaints/vocabulary.ts'
import type { WrappedKey } from '../identity/vault.ts'
import type { Answered } from '../questions/answered.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantId } from '../tenants/tenant-id.ts'

/** A file that goes along once the case is taken; its bytes stay where they are until then. */
export interface OfferedFile {
  readonly id: string
  /** As staff read it. */
  readonly name: string
  readonly size: number
  readonly type: string
}

/** What of the case the other unit reads: no notes, no history, nobody of the sender's staff. */
export interface TransferContent {
  /** Why it is sent, in words that the reporter reads too. */
  readonly reason: string
  /** Position of who sent it. */
  readonly sentBy: string
  readonly receivedAt: Instant
  readonly language: Language
  readonly privacy: PrivacyChoice
  readonly withIdentity: boolean
  readonly subject: string
  readonly chronology: string
  readonly occurredAt: string | null
  readonly occurredPlace: string | null
  readonly reportedPerson: string | null
  readonly requestedRemedy: string | null
  /** Left out by an earlier version: none. */
  readonly answers?: readonly Answered[]
  readonly files: readonly OfferedFile[]
  /** Accounts and names of staff whom the complaint concerns, for the guard alone. */
  readonly concerns: readonly { readonly id: string; readonly name: string }[]
}

/** What the receiving unit made of it. */
export type TransferDecision =
  | { readonly kind: 'accepted'; readonly at: Instant; readonly by: Actor; readonly category: string }
  | { readonly kind: 'returned'; readonly at: Instant; readonly by: Actor; readonly reason: string }

/**
 * A copy of another unit's case, laid before this one. It is gone once what was decided has been carried out in both
 * units: the case and its history say the rest.
 */
export interface Transfer {
  /** The unit before which it lies. */
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly from: TenantId
  readonly fromNumber: string
  readonly fromOffice: string
  readonly sentAt: Instant
  /** When those who can take it were told. */
  readonly toldAt: Instant | null
  /** Since when a decision waits to be carried out. */
  readonly decidedAt: Instant | null
  readonly key: WrappedKey
  readonly content: TransferContent
  readonly decision: TransferDecision | null
}

/** The first decision stands. @throws Refusal `transfer/decided-already` */
export function decideTransfer(transfer: Transfer, decision: TransferDecision): Transfer {
  if (transfer.decision) throw new Refusal('conflict', 'transfer/decided-already')
  return { ...transfer, decision, decidedAt: decision.at }
}

export const unknownTransfer = () => new Refusal('not-found', 'transfer/unknown')
