import type { StaffId } from '../../offices/staff-id.ts'
import type { ComplaintClass } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import type { Candidate } from './concerned.ts'
import type { Answer } from './correspondence.ts'
import type { EvidenceItem } from './evidence.ts'
import type { Actor } from './history.ts'
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
      readonly because: string
    }
  | { readonly kind: 'news'; readonly by: Actor; readonly event: News; readonly text: string | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'part'; readonly by: Actor }
  /** It is delivered by making the other case; until then `to` is the number of this one. */
  | { readonly kind: 'split'; readonly by: Actor; readonly order: SplitOrder }
)
