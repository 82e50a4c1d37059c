import type { DataRequestKind } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import type { Actor } from './history.ts'

/** Data requests are sealed with the case, because their text can reveal the reporter. */
export interface DataRequest {
  readonly id: string
  readonly at: Instant
  readonly kind: DataRequestKind
  readonly text: string
  /** The clock counts hours, weekends included. */
  readonly clock: RunningClock
  readonly answer: {
    readonly at: Instant
    readonly by: Actor
    readonly granted: boolean
    readonly text: string
  } | null
}
