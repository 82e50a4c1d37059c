import type { CheckableChannel } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'

export interface ContactCheck {
  readonly channel: CheckableChannel
  /** It identifies the notice with the code. */
  readonly askedAt: Instant
  readonly wrongTries: number
  readonly confirmedAt: Instant | null
  /** The recipient had enough codes that day, so none was sent and no digits are right. */
  readonly withheld?: true
  /** The contact was changed or withdrawn since, so the check counts only for the limits of the day. */
  readonly replaced?: true
}
