import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../staff/staff-member.ts'
import type { Answer } from './correspondence.ts'
import type { Actor } from './history.ts'

/** In a case that was joined to another: to which, and where it stood. Its reporter reads the number, and no more. */
export interface MergedInto {
  /** Of this joining; a case that parted can be joined again. */
  readonly id: string
  readonly into: string
  readonly at: Instant
  readonly by: Actor
  readonly from: 'received' | 'in_progress'
  readonly handler: StaffId | null
  /** When the answer was given of which this case's reporter was told. */
  readonly answeredAt: Instant | null
}

/** In the leading case: one that was joined to it. */
export interface JoinedCase {
  readonly id: string
  readonly number: string
  readonly at: Instant
  readonly by: Actor
}

/** What a reporter must hear of how it goes, while their own clocks stand still. */
export const news = ['late', 'delay_explained', 'extended'] as const
export type News = (typeof news)[number]

/**
 * What one case has to tell another. It lies in the case, written with what causes it, until the other has it: two
 * cases are two writes, and nothing is lost or done twice when a process dies in between.
 */
export type PassedOn = {
  readonly id: string
  readonly at: Instant
  /** The number of the other case. */
  readonly to: string
  /** The joining for which it holds. */
  readonly join: string
} & (
  | { readonly kind: 'join'; readonly by: Actor; readonly because: string | null; readonly revision: number }
  | { readonly kind: 'answer'; readonly answer: Answer; readonly answeredBy: StaffId | null }
  | { readonly kind: 'message'; readonly by: Actor; readonly text: string }
  | { readonly kind: 'handler'; readonly handler: StaffId | null }
  | { readonly kind: 'guard'; readonly concerns: readonly StaffId[]; readonly because: string }
  | { readonly kind: 'news'; readonly by: Actor; readonly event: News; readonly text: string | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'part'; readonly by: Actor }
)
