import type { ClockName } from '../../offices/calendar/rule-pack.ts'
import type { Instant } from '../../shared/instant.ts'

/** Staff were alerted of this date; they are alerted again if the date moves. */
export interface ClockAlerted {
  readonly clock: ClockName
  readonly dueAt: Instant
  /** After `over` no alert that it is near follows; with `escalated` the superiors of the head were alerted too. */
  readonly stage: 'near' | 'over' | 'escalated'
}
