import { DAY, HOUR, type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { AttemptReason, NoticeChannel, NoticeEvent, NoticePlace } from '../notice-vocabulary.ts'
import type { Language } from '../vocabulary.ts'

/** Nothing in it may be logged. */
export interface OutboundMessage {
  readonly tenant: TenantId
  /** An address of the channel's kind: for e-mail a bare address, for WhatsApp and SMS a telephone number. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /**
   * It is the same at every try of the same message: letters, digits, `-` and `_`, at most 64. It reveals nothing
   * about the case.
   */
  readonly idempotencyKey: string
  /** What the provider returns with its reports, as `referenceOf` makes it. Mail to staff has none. */
  readonly reference?: string
  /** Its language, and what a channel needs that takes approved templates only. Mail to staff has none. */
  readonly notice?: NoticeInParts
  /** How an answer by e-mail finds the case, if the service takes mail in. */
  readonly reply?: ReplyPath
  /** The id of the request that led to it. */
  readonly cause?: string
  /** It is aborted when nobody awaits the answer any more. */
  readonly signal: AbortSignal
}

/** The reply address, and a Message-ID of no real message that answers refer to. */
export interface ReplyPath {
  readonly address: string
  readonly refersTo: string
}

/** They mark our mail as automatic (RFC 3834), and let us recognise it when it comes back. */
export const ownMailHeaders = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
  'X-Aduan': 'notice',
} as const

/** Mail is plain text, so that only its head can say in which language it is read aloud. */
export const languageHeader = (notice: NoticeInParts | undefined): Readonly<Record<string, string>> =>
  notice === undefined ? {} : { 'Content-Language': notice.language }

/** It links a provider's log with ours, and reveals only the request id. */
export const causeHeader = (cause: string | undefined): Readonly<Record<string, string>> =>
  cause === undefined ? {} : { 'X-Request-Id': cause }

export interface NoticeInParts {
  readonly event: NoticeEvent
  readonly language: Language
  readonly values: PlaceValues
}

/**
 * `kept` went nowhere: it stays in this service, where staff read it. `failed_for_now` may succeed later, `refused`
 * never will on this channel. `answer` is the provider's text as `providerAnswer` leaves it; `retryAfterMs` is how long
 * it asked us to wait.
 */
export type CarrierAnswer =
  | { readonly outcome: 'accepted'; readonly answer: string }
  | { readonly outcome: 'kept'; readonly reason: AttemptReason; readonly answer: string }
  | {
      readonly outcome: 'failed_for_now'
      readonly reason: AttemptReason
      readonly answer: string
      readonly retryAfterMs?: number | undefined
    }
  | { readonly outcome: 'refused'; readonly reason: AttemptReason; readonly answer: string }

export interface Carrier {
  readonly channel: NoticeChannel
  /** Its provider reports whether messages arrive, and the reports are configured. */
  readonly reportsDelivery: boolean
  /** No provider is set up: every message is `kept`, and none leaves. */
  readonly keepsHere?: true
  /** It never throws: whatever the provider does becomes an answer. It settles soon after the signal is aborted. */
  send(message: OutboundMessage): Promise<CarrierAnswer>
  /** Closes connections. Nothing is sent afterwards. */
  close(): void
}

export const SEND_WITHIN = 10 * SECOND

/** `null` or left out means that this case has no value there. */
export type PlaceValues = Readonly<Partial<Record<NoticePlace, string | null>>> &
  Readonly<Record<'office' | 'officeShort' | 'number' | 'link', string>>

/** A form offers the channels on which something leaves. Where everything is for trial, so are those that keep it. */
export const offeredChannels = (
  here: readonly { readonly channel: NoticeChannel; readonly keepsHere: boolean }[],
  { isTrial, hasTemplates }: { readonly isTrial: boolean; readonly hasTemplates: boolean },
): readonly NoticeChannel[] =>
  here.flatMap(({ channel, keepsHere }) => {
    // WhatsApp takes nothing but by a template that it approved.
    const leaves = !keepsHere && (channel !== 'whatsapp' || hasTemplates)
    return leaves || (isTrial && keepsHere) ? [channel] : []
  })

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

/** Waits between tries on one channel; after the last the reporter's next channel begins. */
export const backOff = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, DAY] as const

/** A notice gives up a channel that took nothing for this long. */
export const holdAtMost = 2 * DAY
