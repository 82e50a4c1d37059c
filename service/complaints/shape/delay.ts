import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** Why something is late and until when it will be done, in the words of a person. The reporter reads it. */
export interface DelayExplained {
  readonly at: Instant
  readonly by: Actor
  readonly reason: string
  /** Closing of the day that was promised. */
  readonly newDate: Instant
}
