import type { Concerned } from '../../case/shape/intake.ts'
import type { BreachedData } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

/** Reporters read `what` and `measures`. */
export interface IncidentFacts {
  readonly what: string
  readonly measures: string
  readonly data: readonly BreachedData[]
  readonly beganAt: Instant
  /** `null` means that it goes on, or that nobody knows. */
  readonly endedAt: Instant | null
  readonly discoveredAt: Instant
  readonly accounts: readonly Concerned[]
}
