import type { RunningClock } from '../../deadlines/clocks.ts'
import type { Instant } from '../../shared/instant.ts'
import type { DataRequestKind } from '../vocabulary.ts'
import type { Actor } from './history.ts'

/** A reporter asks the office about their own data. Sealed with the case, since the words can say who they are. */
export interface DataRequest {
  readonly id: string
  readonly at: Instant
  readonly kind: DataRequestKind
  readonly text: string
  /** Hours, weekends included. */
  readonly clock: RunningClock
  readonly answer: {
    readonly at: Instant
    readonly by: Actor
    readonly granted: boolean
    readonly text: string
  } | null
}
