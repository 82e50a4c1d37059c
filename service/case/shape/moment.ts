import type { NoticeChannel, NoticeEvent } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { CountingRules } from '../deadlines/clocks.ts'
import type { MovedDate } from '../deadlines/moved-date.ts'
import type { Correction } from './correction.ts'
import type { Actor, HistoryEvent } from './history.ts'

export interface Trace {
  readonly event: HistoryEvent
  readonly by: Actor
  readonly text?: string | undefined
  readonly to?: string
  readonly moved?: readonly MovedDate[]
  readonly corrected?: readonly Correction[]
  readonly file?: string
  readonly public?: boolean
  readonly notice?: NoticeEvent
  /** The notice leaves on this channel or not at all. */
  readonly only?: NoticeChannel
  /** The text is also for the reporters of joined cases. */
  readonly toJoined?: boolean
}

/** New ids are random, never counters. */
export interface Moment extends CountingRules {
  readonly at: Instant
  readonly newId: () => string
}
