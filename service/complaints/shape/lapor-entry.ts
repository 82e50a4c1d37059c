import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** Under which number the national channel SP4N-LAPOR! keeps a case, and who wrote that down. */
export interface LaporEntry {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
}
