import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** A step of the checklist that somebody did. */
export interface Tick {
  /** The Indonesian text of the step as it was then. */
  readonly step: string
  readonly by: Actor
  readonly at: Instant
}
