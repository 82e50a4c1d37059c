import type { ClockName } from '../../offices/calendar/rule-pack.ts'
import type { SkippedDay } from '../../offices/calendar/working-days.ts'
import type { Instant } from '../../shared/instant.ts'

export interface MovedDate {
  readonly clock: ClockName
  readonly from: Instant
  readonly to: Instant
  /** These named days are no longer counted; those of `countedAgain` are counted again. */
  readonly leftOut: readonly SkippedDay[]
  readonly countedAgain: readonly SkippedDay[]
}
