import type { CaseEvent } from '../../offices/notice-vocabulary.ts'
import type { Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

export interface CaseNews {
  /** The key is unique within the case. */
  readonly key: string
  readonly event: CaseEvent
  readonly at: Instant
  readonly status: Status
  /** It is the status before; `null` if there was none, or if the status did not change. */
  readonly from: Status | null
  readonly cause?: string
}
