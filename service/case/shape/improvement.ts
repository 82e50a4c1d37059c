import type { StaffId } from '../../offices/staff-id.ts'
import type { FailureCause } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** A file of the case, or a finished paper of it, that shows what was changed. */
export type ImprovementProof =
  | { readonly kind: 'file'; readonly id: string; readonly on: Day }
  | { readonly kind: 'paper'; readonly id: string; readonly paperNumber: string; readonly on: Day }
  | { readonly kind: 'none'; readonly because: string }

export interface ImprovementCheck {
  readonly at: Instant
  readonly by: Actor
  readonly holds: boolean
  readonly text: string
}

/** What went wrong where a complaint was proven, and what the office changed. The reporter does not read it. */
export interface Improvement {
  readonly at: Instant
  readonly by: Actor
  readonly cause: FailureCause
  readonly causeText: string
  readonly change: string
  /** Somebody with an account, or a position alone. */
  readonly owner: { readonly name: string; readonly position: string }
  readonly checkOn: Day
  readonly proof: ImprovementProof
  /** Oldest first. */
  readonly checks: readonly ImprovementCheck[]
}

/**
 * `name`: the office owes what went wrong and what it changed; the handler names it unless `owner` says who else.
 * `check`: the owner looks from then on whether it holds; without an owner all who sign do.
 */
export interface ImprovementDue {
  readonly what: 'name' | 'check'
  readonly at: Instant
  readonly owner: StaffId | null
}
