import type { AttemptReason, Language, NoticeChannel, NoticeEvent } from '../../complaints/vocabulary.ts'
import { SECOND } from '../../shared/instant.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import type { PlaceValues } from '../wording/places.ts'

/** A message on its way out. Nothing in it may be logged. */
export interface OutboundMessage {
  /** The unit in whose name it is sent. */
  readonly tenant: TenantId
  /** An address of the channel's kind: for e-mail a bare address, for WhatsApp and SMS a telephone number. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** The same at every try of the same message: letters, digits, `-` and `_`, at most 64. Says nothing about the case. */
  readonly idempotencyKey: string
  /** What the provider hands back with its reports, as `referenceOf` makes it. Staff mail has none. */
  readonly reference?: string
  /** What is said, for a channel that takes approved templates only. Staff mail has none. */
  readonly notice?: NoticeInParts
  /** How an answer by e-mail comes back to the case, where the service takes mail in. */
  readonly reply?: ReplyPath
  /** The request that led to it: a name without meaning to anybody else. */
  readonly cause?: string
  /** Aborted when the answer is no longer waited for. */
  readonly signal: AbortSignal
}

/** Where mail programs send an answer, and what they name as answered: a Message-ID of no message. */
export interface ReplyPath {
  readonly address: string
  readonly refersTo: string
}

/** By what machines know that no person wrote a mail of ours (RFC 3834), and we know it for our own when it comes back. */
export const ownMailHeaders = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
  'X-Aduan': 'notice',
} as const

/** By what a provider's log and ours tell of the same message. Says nothing but which request it was. */
export const causeHeader = (cause: string | undefined): Readonly<Record<string, string>> =>
  cause === undefined ? {} : { 'X-Request-Id': cause }

/** A notice before it is a text. */
export interface NoticeInParts {
  readonly event: NoticeEvent
  readonly language: Language
  readonly values: PlaceValues
}

/**
 * What a provider made of a message. `failed_for_now` may succeed later, `refused` never will on this channel.
 * `answer` is the provider's words as `providerAnswer` leaves them; `retryAfterMs` is how long it asked us to wait.
 */
export type CarrierAnswer =
  | { readonly outcome: 'accepted'; readonly answer: string }
  | {
      readonly outcome: 'failed_for_now'
      readonly reason: AttemptReason
      readonly answer: string
      readonly retryAfterMs?: number | undefined
    }
  | { readonly outcome: 'refused'; readonly reason: AttemptReason; readonly answer: string }

/** Carries messages on one channel, to reporters and to staff. */
export interface Carrier {
  readonly channel: NoticeChannel
  /** Its provider tells us later whether a message arrived, and we listen. */
  readonly reportsDelivery: boolean
  /** Total: whatever the provider does becomes an answer. Settles soon after the signal is aborted. */
  send(message: OutboundMessage): Promise<CarrierAnswer>
  /** Lets go of connections. Nothing is sent afterwards. */
  close(): void
}

/** How long an answer is waited for. */
export const SEND_WITHIN = 10 * SECOND
