import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

export interface DelayExplained {
  readonly at: Instant
  readonly by: Actor
  readonly reason: string
  /** It is the closing time of the promised day. */
  readonly newDate: Instant
}
