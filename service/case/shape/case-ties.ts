import type { SendingGround } from '../../offices/act-vocabulary.ts'
import type { ComplaintClass } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import type { Answer } from './correspondence.ts'
import type { EvidenceItem } from './evidence.ts'
import type { Actor } from './history.ts'
import type { Candidate, Concerned } from './intake.ts'
import type { GivenStory } from './story-fields.ts'

/** The case was joined to another. Its reporter reads the other's number and nothing more. */
export interface MergedInto {
  readonly id: string
  readonly into: string
  readonly at: Instant
  readonly by: Actor
  readonly from: 'received' | 'in_progress'
  readonly handler: StaffId | null
  /** The reporter of this case was notified of an answer given then. */
  readonly answeredAt: Instant | null
}

export interface JoinedCase {
  readonly id: string
  readonly number: string
  readonly at: Instant
  readonly by: Actor
  /** What the leading case did not have before it came; absent if it brought nothing. */
  readonly brought?: BroughtAlong
}

/** Work on a joined case goes on with the leading one. */
export interface BroughtAlong {
  /** Ids of labels of the unit. */
  readonly labels: readonly string[]
  /** Open steps of its checklist, by their Indonesian text. */
  readonly steps: readonly string[]
}

/** A second matter of this complaint became a case of its own; its number is `null` until the case is there. */
export interface SplitCase {
  readonly id: string
  readonly number: string | null
  readonly at: Instant
  /** Files that went there; absent if none did. */
  readonly files?: readonly MovedFile[]
}

/** What the receipt of this case still says of a file that belongs to the second matter alone. */
export interface MovedFile extends Pick<EvidenceItem, 'id' | 'size' | 'sha256' | 'browserAgreed' | 'addedAt'> {
  readonly name: string
  /** Its place among the files, counted from 0. */
  readonly place: number
}

/** The case holds a matter that was split from this one. */
export interface SplitFrom {
  readonly id: string
  readonly number: string
}

/** What the case of the second matter begins with. Clocks and status are those of the first case at the split. */
export interface SplitOrder {
  readonly story: GivenStory
  readonly category: { readonly code: string; readonly class: ComplaintClass; readonly confidential?: true | undefined }
  /** Files of which the second case gets a copy. */
  readonly evidence: readonly string[]
  /** Files that leave the first case for the second; absent if none do. */
  readonly moved?: readonly string[]
  readonly concerns: readonly StaffId[]
  /** Earlier versions left it out. */
  readonly candidates?: readonly Candidate[]
  readonly chosen?: readonly Concerned[]
  readonly status: 'received' | 'in_progress'
  readonly clocks: readonly RunningClock[]
  readonly because: string
}

/** Reporters of joined cases must hear this, because their own clocks are paused. */
export const news = ['late', 'delay_explained', 'extended'] as const
export type News = (typeof news)[number]

/**
 * One case has news for another. It is saved with its cause and stays until the other case has it: two cases are two
 * writes, and a crash in between neither loses nor repeats anything.
 */
export type JoinedNews = {
  readonly id: string
  readonly at: Instant
  readonly to: string
  /** It applies to this joining only; a case that left can be joined again. */
  readonly join: string
} & (
  | { readonly kind: 'join'; readonly by: Actor; readonly because: string | null; readonly revision: number }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly answeredBy: StaffId | null }
  | { readonly kind: 'message'; readonly by: Actor; readonly text: string }
  | { readonly kind: 'handler'; readonly handler: StaffId | null }
  | {
      readonly kind: 'guard'
      readonly concerns: readonly StaffId[]
      /** Earlier versions left it out. */
      readonly candidates?: readonly Candidate[]
      readonly chosen?: readonly Concerned[]
      readonly because: string
    }
  | { readonly kind: 'news'; readonly by: Actor; readonly event: News; readonly text: string | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'part'; readonly by: Actor }
  /** It is delivered by making the other case; until then `to` is the number of this one. */
  | { readonly kind: 'split'; readonly by: Actor; readonly order: SplitOrder }
)

export interface Destination {
  readonly name: string
  readonly address: string | null
}

export interface Forwarded {
  readonly at: Instant
  readonly to: Destination
  readonly sentOn: Day
  readonly reason: string
  readonly reference: { readonly at: Instant; readonly text: string } | null
}

/** The sender chose what goes to the other tenant. The texts are the sender's summary of the story. */
export interface Offered {
  readonly at: Instant
  readonly by: Actor
  /** The reporter reads it. */
  readonly reason: string
  readonly subject: string
  readonly chronology: string
  readonly evidence: readonly string[]
  /** `null` means that the identity stays here. */
  readonly identity: { readonly ground: SendingGround; readonly because: string } | null
}

/** A copy of the case waits at another tenant. Until it is accepted the case stays here, and its clocks run. */
export interface Offer {
  readonly id: string
  readonly to: TenantId
  readonly office: string
  /** `offered` must still be delivered to the other tenant; `recalled` must be removed from it. */
  readonly state: 'offered' | 'waiting' | 'recalled'
  readonly since: Instant
}

/**
 * The case goes on in another tenant's case. This stays when the case is destroyed, so that its code still leads there.
 */
export interface MovedTo {
  readonly tenant: TenantId
  /** `null` while the other tenant is creating its case. */
  readonly number: string | null
  readonly offer: string
}

/** Another tenant's case goes on in this one. */
export interface CameFrom {
  readonly tenant: TenantId
  readonly number: string
  readonly office: string
}
