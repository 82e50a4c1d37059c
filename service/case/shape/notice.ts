import type {
  AlertKind,
  AttemptReason,
  CaseEvent,
  DeliveryReport,
  NoticeChannel,
  NoticeEvent,
  NoticeState,
} from '../../offices/notice-vocabulary.ts'
import type { Status } from '../../offices/vocabulary.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { StaffId } from '../../storage/place.ts'

/**
 * `held` is no try: the channel takes nothing since `at`. `answer` is the provider's own text, cut short, without any
 * address.
 */
export interface NoticeAttempt {
  readonly at: Instant
  readonly channel: NoticeChannel
  readonly outcome: 'accepted' | 'kept' | 'failed_for_now' | 'refused' | 'held'
  readonly reason: AttemptReason | null
  readonly answer: string
  /** The version of the tenant's own text; it is left out for the default or a provider's template. */
  readonly wording?: number
  /** The provider's report on an accepted message. */
  readonly report?: DeliveryReport
  readonly letter?: string
}

/**
 * A notice is `pending` until a provider accepted it (`sent`), a letter is made of it (`printing`, until that was
 * posted), no provider was set up (`kept`: it lies in the built-in mailbox), all tries were used up (`failed`), or the reporter left no address that any channel reaches
 * (`unreachable`: shown on their page only). A `sent` one may become `delivered` and `read` by reports, and `pending`
 * again if it does not arrive.
 */
export interface Notice {
  readonly id: string
  readonly event: NoticeEvent
  readonly createdAt: Instant
  readonly state: NoticeState
  /** The channel tried now or last. */
  readonly channel: NoticeChannel | null
  /** It leaves on this channel only; without it, on the reporter's channels in their order. */
  readonly only?: NoticeChannel
  /** When it is tried, or, once sent, until when a report of delivery is awaited. */
  readonly nextTryAt: Instant | null
  readonly attempts: readonly NoticeAttempt[]
  /** The queue in which it waits while it is pending; `null` or left out until that is known. */
  readonly lane?: string | null
  /** How many attempts belong to rounds before the latest manual retry; none if left out. */
  readonly from?: number
  /** The id of the request that led to it. */
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

/** The queue of notices whose channel is not known yet. */
export const UNROUTED = 'entry'

/** The queue in the memory of a process: notices that were claimed with the write that left them. */
export const GIVEN = 'given'

export const queueOf = ({ state, lane }: Notice): string => (state === 'pending' && lane) || UNROUTED

function nextToTry(notices: readonly Notice[]): Notice | null {
  let next: Notice | null = null
  for (const notice of notices) {
    if (notice.nextTryAt !== null && (next?.nextTryAt == null || notice.nextTryAt < next.nextTryAt)) next = notice
  }
  return next
}

export const earliestTryAt = (notices: readonly Notice[]): Instant | null => nextToTry(notices)?.nextTryAt ?? null

export function awaitedQueue(notices: readonly Notice[]): string | null {
  const next = nextToTry(notices)
  return next && queueOf(next)
}

export const dueIn = (notices: readonly Notice[], line: string, now: Instant): Notice | undefined =>
  notices.find((notice) => notice.nextTryAt !== null && notice.nextTryAt <= now && queueOf(notice) === line)

/** The lease is its next try, so no other deliverer takes it before. */
export const leaseNotice = (notice: Notice, until: Instant): Notice => ({ ...notice, nextTryAt: until })

/** A waiting notice whose addresses are gone is shown on the reporter's page only. */
export const leaveToPage = (notice: Notice): Notice =>
  notice.state === 'pending' || notice.state === 'printing'
    ? { ...notice, state: 'unreachable', nextTryAt: null }
    : notice

/** It is longer than a send can take. If a process dies, another continues under the same key. */
export const LEASE = MINUTE

/**
 * Restarts a waiting notice whose addresses changed: earlier tries no longer count, but stay recorded. One that may
 * be being sent waits until that is over, so that it does not leave twice.
 */
export function restartNotice(notice: Notice, at: Instant): Notice {
  if (notice.state !== 'pending') return notice
  const { nextTryAt } = notice
  const mayBeOnItsWay = nextTryAt !== null && nextTryAt > at && nextTryAt <= plusMilliseconds(at, LEASE)
  return restartFromFirstChannel(notice, mayBeOnItsWay ? nextTryAt : at)
}

/** Restarts an undelivered notice from the first channel: earlier tries no longer count, but stay recorded. */
export const retryUndelivered = (notice: Notice, at: Instant): Notice =>
  notice.state === 'failed' ? restartFromFirstChannel(notice, at) : notice

/** It gets new idempotency keys, because a provider would take the old ones for repeats. */
const restartFromFirstChannel = (notice: Notice, at: Instant): Notice => ({
  ...notice,
  state: 'pending',
  channel: null,
  nextTryAt: at,
  lane: null,
  from: notice.attempts.length,
})

export const leaveUndeliveredToPage = (notice: Notice): Notice =>
  notice.state === 'failed' ? { ...notice, state: 'unreachable' } : notice

export const undeliveredSince = (notices: readonly Notice[]): Instant | null =>
  notices.find(({ state }) => state === 'failed')?.createdAt ?? null

/** Codes are between the reporter and the service. Whether one left would reveal how many its recipient got today. */
export const isNoCode = ({ event }: Notice): boolean => event !== 'contact_code'

/** A duty names who acts next: verifies, handles, approves, decides on identities, answers about personal data. */
export type Duty = 'verification' | 'handling' | 'approval' | 'custody' | 'rights'

/**
 * Staff must be alerted. The note is saved in the case with the act that causes it, and stays until each of them has
 * it in their inbox.
 */
export interface AlertNote {
  readonly id: string
  readonly kind: AlertKind
  readonly at: Instant
  /** This person did it and needs no alert. */
  readonly by: StaffId | null
  readonly duty: Duty
  /** The alert is for this person, or with `null` for everybody with the duty. */
  readonly to: StaffId | null
}

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
