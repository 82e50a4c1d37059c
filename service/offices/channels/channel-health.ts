import { type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { AttemptReason } from '../notice-vocabulary.ts'
import type { CarrierAnswer } from './notice-channel.ts'

/** A failing provider must not be tried with every due notice. */
export interface ChannelHealth {
  readonly failuresInARow: number
  /** When the first of them was. */
  readonly failingSince: Instant | null
  readonly restsUntil: Instant | null
  /** Why it last failed. The provider's answer is not kept, because it may reveal another tenant's case. */
  readonly why: AttemptReason | null
}

export const healthy: ChannelHealth = { failuresInARow: 0, failingSince: null, restsUntil: null, why: null }

/** After this many failures in a row the channel pauses. */
export const failuresBeforePause = 5

/** Each further failure makes the pause longer. */
const rests = [30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE] as const
const longestRest = 10 * MINUTE

export const isPaused = ({ restsUntil }: ChannelHealth, at: Instant): boolean => restsUntil !== null && at < restsUntil

export const isDown = ({ failuresInARow }: ChannelHealth): boolean => failuresInARow >= failuresBeforePause

/**
 * Each failure in a row takes a place, so that at most `most` messages fail before the channel pauses; after that one
 * message is tried first.
 */
export const roomFor = (health: ChannelHealth, most: number): number =>
  isDown(health) ? 1 : Math.max(1, most - health.failuresInARow)

/** A pause that has begun stays: later answers belong to messages sent before it. */
export function healthAfter(health: ChannelHealth, answer: CarrierAnswer, at: Instant): ChannelHealth {
  if (answer.outcome !== 'failed_for_now' || answer.reason === 'recipient_busy')
    return { ...health, failuresInARow: 0, failingSince: null }
  const why = answer.reason
  const failingSince = health.failingSince ?? at
  if (answer.retryAfterMs !== undefined) {
    return {
      ...health,
      failingSince,
      restsUntil: later(health.restsUntil, plusMilliseconds(at, answer.retryAfterMs)),
      why,
    }
  }
  if (isPaused(health, at)) return health
  const failuresInARow = health.failuresInARow + 1
  const tooMany = failuresInARow - failuresBeforePause
  const restsUntil = tooMany < 0 ? null : plusMilliseconds(at, rests[tooMany] ?? longestRest)
  return { failuresInARow, failingSince, restsUntil, why }
}

const later = (one: Instant | null, other: Instant): Instant => (one !== null && one > other ? one : other)

/** Changes that other processes, and this one after a restart, need: pauses, and whether the channel is down. */
export const isNews = (before: ChannelHealth, after: ChannelHealth): boolean =>
  before.restsUntil !== after.restsUntil || isDown(before) !== isDown(after)
