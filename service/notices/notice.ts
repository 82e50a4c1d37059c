import type { AttemptReason, NoticeChannel, NoticeEvent, NoticeState } from '../complaints/vocabulary.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts'

/** Why nothing was delivered. People read a sentence for it; `not_set_up` is the operator's to mend. */
export const attemptReasons = [
  'no_answer',
  'not_reached',
  'asked_to_wait',
  'provider_trouble',
  'not_set_up',
  'recipient_busy',
  'address_refused',
  'message_refused',
  'needs_template',
  'template_refused',
  'not_delivered',
  'letter_withdrawn',
  'letter_returned',
  'sent_in_stages',
  'overtaken',
] as const

/**
 * How one attempt ended. `held` is no try: the channel takes nothing for now, since `at`.
 * `answer` is the provider's own words, cut short, without any address.
 */
export interface NoticeAttempt {
  readonly at: Instant
  readonly channel: NoticeChannel
  readonly outcome: 'accepted' | 'failed_for_now' | 'refused' | 'held'
  readonly reason: AttemptReason | null
  readonly answer: string
  /** Which version of the unit's own words went out; left out: ours, or a template that a provider keeps. */
  readonly wording?: number
  /** What became of an accepted message, where the provider tells it. */
  readonly report?: DeliveryReport
  /** The letter that it is, on that channel. */
  readonly letter?: string
}

/** `overdue`: nobody told us of a delivery in the unit's hours, and the reporter's next channel began. */
export interface DeliveryReport {
  readonly at: Instant
  readonly state: 'delivered' | 'read' | 'failed' | 'overdue'
  readonly reason: AttemptReason | null
  readonly answer: string
}

/**
 * A notice as the case keeps it. `pending` until a provider accepted it (`sent`), a letter is made of it (`printing`,
 * until that was posted), all tries were used up (`failed`),
 * or the reporter left no address that any channel reaches (`unreachable`: told on their page only). A `sent` one may
 * become `delivered` and `read` where the provider tells so, and `pending` again where it does not arrive.
 */
export interface Notice {
  readonly id: string
  readonly event: NoticeEvent
  readonly createdAt: Instant
  readonly state: NoticeState
  /** The channel tried now or last. */
  readonly channel: NoticeChannel | null
  /** It leaves on this channel or not at all; left out: on the reporter's channels in their order. */
  readonly only?: NoticeChannel
  /** When it is tried, or, once sent, until when the report of its delivery is waited for. */
  readonly nextTryAt: Instant | null
  readonly attempts: readonly NoticeAttempt[]
  /** In whose line it waits while it is pending, once that is known. Left out or `null`: it is to be found out. */
  readonly lane?: string | null
  /** How many attempts belong to what was tried before somebody had it tried anew. Left out: none. */
  readonly from?: number
  /** The request that led to it, for whoever looks for it in the log. */
  readonly cause?: string
}

export const newNotice = (id: string, event: NoticeEvent, at: Instant, only?: NoticeChannel): Notice => ({
  ...(only && { only }),
  id,
  event,
  createdAt: at,
  state: 'pending',
  channel: null,
  nextTryAt: at,
  attempts: [],
})

/** The line of notices of which it is not known yet on which channel they leave. */
export const ENTRY = 'entry'

export const lineOf = ({ state, lane }: Notice): string => (state === 'pending' && lane) || ENTRY

/** The notice of a case that a deliverer must look at next. */
function nextToTry(notices: readonly Notice[]): Notice | null {
  let next: Notice | null = null
  for (const notice of notices) {
    if (notice.nextTryAt !== null && (next?.nextTryAt == null || notice.nextTryAt < next.nextTryAt)) next = notice
  }
  return next
}

/** When the deliverer must look at a case again; `null` when nothing waits. */
export const earliestTryAt = (notices: readonly Notice[]): Instant | null => nextToTry(notices)?.nextTryAt ?? null

/** In which line the case waits for that; `null` when nothing waits. */
export function lineWaitedIn(notices: readonly Notice[]): string | null {
  const next = nextToTry(notices)
  return next && lineOf(next)
}

/** The notice of a case that is due in a line. */
export const dueIn = (notices: readonly Notice[], line: string, now: Instant): Notice | undefined =>
  notices.find((notice) => notice.nextTryAt !== null && notice.nextTryAt <= now && lineOf(notice) === line)

/** Puts a notice out of other deliverers' reach for a while: the lease is its next try. */
export const leased = (notice: Notice, until: Instant): Notice => ({ ...notice, nextTryAt: until })

/** A waiting notice whose addresses are gone: the reporter reads it on their page. */
export const toldOnPageOnly = (notice: Notice): Notice =>
  notice.state === 'pending' || notice.state === 'printing'
    ? { ...notice, state: 'unreachable', nextTryAt: null }
    : notice

/**
 * How long a deliverer has a notice to itself: longer than a send can take. A process that dies in between leaves it to
 * the next one, under the same key.
 */
export const LEASE = MINUTE

/**
 * A waiting notice whose addresses have changed: what was tried on the old ones counts no more, and stays told. One that
 * may be on its way just now waits until that is over, so that it does not leave twice.
 */
export function begunAnew(notice: Notice, at: Instant): Notice {
  if (notice.state !== 'pending') return notice
  const { nextTryAt } = notice
  const mayBeOnItsWay = nextTryAt !== null && nextTryAt > at && nextTryAt <= plusMilliseconds(at, LEASE)
  return fromTheFirstChannel(notice, mayBeOnItsWay ? nextTryAt : at)
}

/** A notice that no channel delivered, from the first channel on: what was tried before counts no more, and stays told. */
export const triedAnew = (notice: Notice, at: Instant): Notice =>
  notice.state === 'failed' ? fromTheFirstChannel(notice, at) : notice

/** Under idempotency keys of its own: a provider would take the old ones for what was sent before. */
const fromTheFirstChannel = (notice: Notice, at: Instant): Notice => ({
  ...notice,
  state: 'pending',
  channel: null,
  nextTryAt: at,
  lane: null,
  from: notice.attempts.length,
})

/** A notice that no channel delivered and that is left to the reporter's page. */
export const onPageOnly = (notice: Notice): Notice =>
  notice.state === 'failed' ? { ...notice, state: 'unreachable' } : notice

/** The time of the oldest notice that no channel delivered; `null` when there is none. */
export const undeliveredSince = (notices: readonly Notice[]): Instant | null =>
  notices.find(({ state }) => state === 'failed')?.createdAt ?? null

/** Codes are between the reporter and the service. Whether one left says how many its recipient had today. */
export const isNoCode = ({ event }: Notice): boolean => event !== 'contact_code'
