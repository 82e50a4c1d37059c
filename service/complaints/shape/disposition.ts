import type { Day, Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../staff/staff-member.ts'
import type { DispatchInstruction } from '../vocabulary.ts'
import type { Actor } from './history.ts'

/** What one person is asked to do with a case, and what they did. */
export interface Assignment {
  readonly to: StaffId
  /** As they were called then: a slip stays the paper that it was. */
  readonly name: string
  readonly position: string
  readonly instructions: readonly DispatchInstruction[]
  readonly text: string | null
  readonly dueOn: Day | null
  readonly done: { readonly at: Instant; readonly text: string } | null
}

/** A disposition slip (lembar disposisi): who sends a case to whom, with what instructions. */
export interface Disposition {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  /** The first one leads: the handler. The others assist. */
  readonly assignments: readonly [Assignment, ...Assignment[]]
}
