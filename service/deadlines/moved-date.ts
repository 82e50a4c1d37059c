import type { Instant } from '../shared/instant.ts'
import type { ClockName } from './rule-pack.ts'
import type { SkippedDay } from './working-days.ts'

/** That a date moved because the office's calendar changed, and by which days. */
export interface MovedDate {
  readonly clock: ClockName
  readonly from: Instant
  readonly to: Instant
  /** Days with a name that are no longer counted, and those that are counted again. */
  readonly leftOut: readonly SkippedDay[]
  readonly countedAgain: readonly SkippedDay[]
}
