import type { StaffId } from '../../offices/staff-id.ts'
import type { DispatchInstruction } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
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
