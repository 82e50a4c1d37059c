import type { CallResult } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** Somebody of the office called the reporter of a closed case, or tried to. */
export interface Call {
  readonly at: Instant
  readonly by: Actor
  readonly result: CallResult
}
