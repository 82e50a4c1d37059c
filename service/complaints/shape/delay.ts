import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** A person explains why something is late and when it will be done. The reporter reads it. */
export interface DelayExplained {
  readonly at: Instant
  readonly by: Actor
  readonly reason: string
  /** It is the closing time of the promised day. */
  readonly newDate: Instant
}
