import type { Instant } from '../../shared/instant.ts'
import type { CheckableChannel } from '../vocabulary.ts'

/** A code that was asked for to see whether a contact reaches the reporter. */
export interface ContactCheck {
  readonly channel: CheckableChannel
  /** Names the notice that carried the code. */
  readonly askedAt: Instant
  readonly wrongTries: number
  readonly confirmedAt: Instant | null
  /** The recipient had enough codes that day, so none was sent and no digits are the right ones. */
  readonly withheld?: true
  /** The contact was changed or withdrawn since. It counts for the limits of the day and for nothing else. */
  readonly replaced?: true
}
