import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../staff-id.ts'

/** What people of a unit write for it as a list: its rules, and its series of acts. */
export interface Written {
  readonly id: string
  readonly name: string
  readonly when?: object
  readonly does: NamesPeople<StaffId>
}

export interface NamesPeople<Id> {
  readonly assign: Id | null
  readonly alert?: readonly Id[]
}

/** `by` is `null` where the service did it. */
export interface WrittenChange<What> {
  readonly at: Instant
  readonly by: StaffId | null
  readonly name: string
  readonly what: What
}

/** Such a list in its order, with who changed what. */
export interface WrittenList<One, What> {
  readonly list: readonly One[]
  /** The newest come first. */
  readonly changes: readonly WrittenChange<What>[]
}

const MOST_CHANGES = 100

export const addChanges = <What>(
  before: readonly WrittenChange<What>[],
  now: readonly WrittenChange<What>[],
): readonly WrittenChange<What>[] => [...now, ...before].slice(0, MOST_CHANGES)

/** What a unit has of what its rules and series name. */
export interface Named {
  readonly staff: ReadonlySet<StaffId>
  /** Those of them who handle cases. */
  readonly handlers: ReadonlySet<StaffId>
  /** Those that are offered. */
  readonly categories: ReadonlySet<string>
  readonly templates: ReadonlySet<string>
  /** Those of them that are for messages. */
  readonly messages: ReadonlySet<string>
  /** Labels that a case can still get. */
  readonly labels: ReadonlySet<string>
}
