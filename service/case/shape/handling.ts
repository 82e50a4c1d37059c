import type { DispatchInstruction, Ending, FailureCause, ReaderDuty } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../storage/place.ts'
import type { Actor } from './history.ts'

export interface Assignment {
  readonly to: StaffId
  /** The name at the time is kept, because a slip does not change. */
  readonly name: string
  readonly position: string
  readonly instructions: readonly DispatchInstruction[]
  readonly text: string | null
  readonly dueOn: Day | null
  /** `by` is the name of somebody else who wrote it for them. */
  readonly done: { readonly at: Instant; readonly text: string; readonly by?: string } | null
}

/** A disposition slip (lembar disposisi) says who sends a case to whom, with what instructions. */
export interface Disposition {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  /** The first one is the handler; the others assist. */
  readonly assignments: readonly [Assignment, ...Assignment[]]
}

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

/** Somebody who needs to read the case. Their name and position are those of then. */
export interface Reader {
  readonly id: StaffId
  readonly as: ReaderDuty
  readonly since: Instant
  /** The one whose act made them so; the service itself chooses the first reader. */
  readonly by: Actor
  /** They have done nothing on it yet, nor declared that they are not concerned. */
  readonly undeclared?: true
}

/** A step of the checklist that somebody did. */
export interface Tick {
  /** The Indonesian text of the step as it was then. */
  readonly step: string
  readonly by: Actor
  readonly at: Instant
}

export interface DelayExplained {
  readonly at: Instant
  readonly by: Actor
  readonly reason: string
  /** It is the closing time of the promised day. */
  readonly newDate: Instant
}

/** A legal hold prevents that anything of the case is destroyed. */
export interface Hold {
  readonly at: Instant
  readonly by: Actor
  readonly reason: string
}

export interface Destroyed {
  readonly at: Instant
  /** It is the number of the destruction record, for example `BA-BO-2031-0001`. */
  readonly record: string
  readonly ending: Ending | null
  readonly endedAt: Instant
  /** The reporter's rating is absent in cases of earlier versions. */
  readonly stars?: number | null
  readonly files: number
  /** The short fingerprint of the receipt's signature still verifies a paper. */
  readonly fingerprint: string
}
