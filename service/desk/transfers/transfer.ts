import type { Actor } from '../../case/shape/history.ts'
import type { Story } from '../../case/shape/story-fields.ts'
import type { Answered } from '../../offices/questions/kept-answers.ts'
import type { Language, PrivacyChoice } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { WrappedKey } from '../../storage/vault.ts'

/** Its bytes stay where they are until the case is taken. */
export interface OfferedFile {
  readonly id: string
  /** The name that staff read. */
  readonly name: string
  readonly size: number
  readonly type: string
}

/** The parts of the case that the other tenant reads: no notes, no history, nobody of the sender's staff. */
export interface TransferContent extends Story {
  /** The reporter reads it too. */
  readonly reason: string
  /** Position of the sender. */
  readonly sentBy: string
  readonly receivedAt: Instant
  readonly language: Language
  readonly privacy: PrivacyChoice
  readonly withIdentity: boolean
  /** Earlier versions left it out. */
  readonly answers?: readonly Answered[]
  readonly files: readonly OfferedFile[]
  /** Names of the files that the sender keeps back; earlier versions left it out. */
  readonly withheld?: readonly string[]
  /** Staff whom the complaint concerns, for the guard alone. */
  readonly concerns: readonly { readonly id: string; readonly name: string }[]
  /** Accounts of those who may be meant, for the guard alone; earlier versions left it out. */
  readonly candidates?: readonly { readonly id: string }[]
}

export type TransferDecision =
  | { readonly kind: 'accepted'; readonly at: Instant; readonly by: Actor; readonly category: string }
  | { readonly kind: 'returned'; readonly at: Instant; readonly by: Actor; readonly reason: string }

/**
 * A copy of another tenant's case, offered to this one. It is removed once the decision was carried out in both
 * tenants, whose cases and history hold the rest.
 */
export interface Transfer {
  /** The receiving tenant. */
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly from: TenantId
  readonly fromNumber: string
  readonly fromOffice: string
  readonly sentAt: Instant
  readonly toldAt: Instant | null
  /** A decision waits since then to be carried out. */
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
