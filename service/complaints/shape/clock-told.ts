import type { ClockName } from '../../deadlines/rule-pack.ts'
import type { Instant } from '../../shared/instant.ts'

/** That staff were told of a date of a clock. Another date is told of anew. */
export interface ClockTold {
  readonly clock: ClockName
  readonly dueAt: Instant
  /** `over`: they need not hear any more that it is near. `escalated`: who stands above the head has heard of it too. */
  readonly stage: 'near' | 'over' | 'escalated'
}
