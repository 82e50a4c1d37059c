import type { Instant } from '../shared/instant.ts'
import type { ClockName } from './rule-pack.ts'
import type { SkippedDay } from './working-days.ts'

export interface MovedDate {
  readonly clock: ClockName
  readonly from: Instant
  readonly to: Instant
  /** These named days are no longer counted; those of `countedAgain` are counted again. */
  readonly leftOut: readonly SkippedDay[]
  readonly countedAgain: readonly SkippedDay[]
}
