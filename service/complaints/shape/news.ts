import type { Instant } from '../../shared/instant.ts'
import type { CaseEvent, Status } from '../vocabulary.ts'

/**
 * That something happened in the life of a case, for programs that wait for it. It lies in the case, written with what
 * causes it, until it was passed on.
 */
export interface CaseNews {
  /** One of its kind in the case. */
  readonly key: string
  readonly event: CaseEvent
  readonly at: Instant
  readonly status: Status
  /** Where it stood before; `null`: nowhere, or it stands there still. */
  readonly from: Status | null
  /** The request that led to it. */
  readonly cause?: string
}
