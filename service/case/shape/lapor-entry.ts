import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** `id` is the number of the case in the national channel SP4N-LAPOR!, and `by` recorded it. */
export interface LaporEntry {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
}
