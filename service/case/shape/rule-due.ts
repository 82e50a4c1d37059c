import type { RuleEffect, RuleEvent, RuleOutcome } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

/** The case waits for rules of the unit since this event. It is saved with the event, and leaves with what they do. */
export interface RuleDue {
  readonly event: RuleEvent
  readonly at: Instant
}

/** What a rule did, or could not do, by the names that rule and people had then. */
export interface RuleRun {
  readonly rule: string
  readonly effects: readonly {
    readonly effect: RuleEffect
    readonly outcome: RuleOutcome
    /** The person whom it meant; `null` for an effect without a person, and for the heads. */
    readonly who: string | null
    /** The date that a deadline now has. */
    readonly until?: Instant | undefined
  }[]
}
