import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** Words that staff took out of what leaves the unit. The case keeps what was written. */
export interface Redaction {
  readonly words: string
  readonly by: Actor
  readonly at: Instant
  readonly because: string
}
