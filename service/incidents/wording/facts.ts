import type { Concerned } from '../../complaints/shape/complaint.ts'
import type { BreachedData } from '../../complaints/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

/** What is known of an incident. Reporters read `what` and `measures`. */
export interface IncidentFacts {
  /** What happened, and how data came to light. */
  readonly what: string
  /** What is done to handle it and to recover. */
  readonly measures: string
  readonly data: readonly BreachedData[]
  readonly beganAt: Instant
  /** `null`: it goes on, or nobody knows. */
  readonly endedAt: Instant | null
  readonly discoveredAt: Instant
  /** Accounts that were used wrongly or by others. */
  readonly accounts: readonly Concerned[]
}
