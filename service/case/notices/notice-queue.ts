import type { CarrierAnswer, ChannelHealth, OutboundMessage } from '../../offices/channels/notice-channel.ts'
import type { LetterState, NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { SealedIdentity } from '../../storage/vault.ts'
import type { Complaint, Dossier, Filed, Guard } from '../shape/complaint.ts'
import { leaveToPage, type Notice, type NoticeAttempt } from '../shape/notice.ts'
import type { ContactStanding } from './message-counts.ts'

/** The contact points are still sealed. */
export interface ClaimedNotice {
  readonly tenant: TenantId
  readonly number: string
  readonly language: Language
  /** The reporter's channels in the order in which they are tried. */
  readonly noticeChannels: readonly NoticeChannel[]
  readonly identity: SealedIdentity | null
  /**
   * The case in which the identity is sealed, and whose number and page the reporter follows. It is an earlier one if
   * another tenant took the case without the identity.
   */
  readonly reachedBy: Filed & { readonly tenant: TenantId; readonly number: string }
  readonly notice: Notice
  /** A later notice of the same kind waits in the case. */
  readonly isOvertaken: boolean
  standingOf(channel: NoticeChannel): Promise<ContactStanding>
  /** Parts of the case for texts, where the tenant lets the channel reveal more than the number. */
  readonly told: Pick<Complaint, 'privacy' | 'status' | 'clocks' | 'category' | 'receivedAt'> & {
    openDossier(): Promise<Dossier>
  }
}

export interface WaitingCase {
  readonly category: string
  readonly guard: Guard | null
}

/** The queues of notices, which are parts of cases; each queue spans all tenants. */
export interface NoticeQueues {
  /**
   * While a deliverer runs here, the first notice of a new case is claimed for it with the write that keeps the case,
   * and the next `claimDue` of the queue `GIVEN` returns it.
   * @param leaseFor until when it takes one more than the `waiting` ones, or `null` if it has no room; `null` when it
   * stops
   */
  claimNew(leaseFor: ((waiting: number) => Instant | null) | null): void

  /**
   * Claims up to `most` due notices of a queue until `leaseUntil`. A notice that is not recorded by then is due
   * again.
   */
  claimDue(queue: string, now: Instant, leaseUntil: Instant, most: number): Promise<readonly ClaimedNotice[]>

  /** The time since when the oldest notice of a queue is due; `null` if none waits. */
  dueSince(queue: string): Promise<Instant | null>

  /** Cases of a tenant in a queue, with what decides who sees them. */
  waitingIn(
    tenant: TenantId,
    queue: string,
    paging: { readonly limit: number; readonly after?: string },
  ): Promise<Page<WaitingCase>>

  /** Changes one notice in its case, whatever others write meanwhile. `change` may be called more than once. */
  record(tenant: TenantId, number: string, noticeId: string, change: (notice: Notice) => Notice): Promise<void>
}

export interface ChannelState {
  readonly channel: NoticeChannel
  readonly queue: string
  readonly reportsDelivery: boolean
  readonly keepsHere: boolean
  readonly health: ChannelHealth
}

export interface Deliverer {
  start(): void
  /**
   * Looks for due notices now instead of at the next round.
   * @param queue in which a notice may have come; all if absent
   */
  wakeUp(queue?: string): void
  /** Sends a message that belongs to no case through the same account; a paused or full one answers how long to wait. */
  send(channel: NoticeChannel, message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** Sends at once under the tenant's account, even if the channel is paused. */
  sendNow(channel: NoticeChannel, message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** News of other processes arrives here within seconds. */
  channels(tenant: TenantId): readonly ChannelState[]
  /** Accepts no more, and resolves when running sends are recorded. */
  stop(): Promise<void>
}

/** Letters go by hand: a notice on this channel becomes a draft first. */
export interface LetterWriter {
  isOn(tenant: TenantId): Promise<boolean>
  /**
   * An existing letter stays. `unneeded`: the reporter's other letters say it.
   */
  draft(claimed: Pick<ClaimedNotice, 'tenant' | 'number' | 'notice'>): Promise<'drafted' | 'unneeded'>
}

export interface LetterProgress {
  readonly id: string
  readonly state: LetterState
  /** It is in that state since then. */
  readonly changedAt: Instant
  /** A later letter of the case stands for it. */
  readonly replacedBy?: string
}

/** The letter of the notice's present try. It stays the same until that try is recorded. */
export const letterIdOf = ({ id, attempts }: Notice): string => `${id}-${attempts.length}`

/** No other channel is tried while a letter is made. */
export const startLetter = (notice: Notice): Notice => ({
  ...notice,
  channel: 'letter',
  state: 'printing',
  lane: null,
  nextTryAt: null,
})

/** Starts a notice whose letter was written, unless people acted upon that letter first and the notice follows it. */
export const startWritten = (notice: Notice, letter: string): Notice =>
  notice.state === 'pending' && letterIdOf(notice) === letter ? startLetter(notice) : notice

/**
 * Posted means sent, arrived means delivered, and after a returned or withdrawn letter the reporter's next channel
 * begins, unless a later letter replaced it. A repeat changes nothing.
 */
export function applyLetterState(kept: Notice, letter: LetterProgress): Notice {
  const notice = startWritten(kept, letter.id)
  switch (letter.state) {
    case 'posted':
      return markPosted(notice, letter)
    case 'arrived':
      return addReport(markPosted(notice, letter), letter, 'delivered')
    case 'returned':
      return addReport(markPosted(notice, letter), letter, 'failed')
    case 'withdrawn':
      if (letter.replacedBy !== undefined) return isWithLetter(notice) ? leaveToPage(notice) : notice
      return attemptFor(notice, letter)
        ? notice
        : goToNextChannel(withAttempt(notice, letter, 'refused'), letter.changedAt)
    default:
      return notice
  }
}

const attemptFor = ({ attempts }: Notice, { id }: LetterProgress): NoticeAttempt | undefined =>
  attempts.find(({ letter }) => letter === id)

function withAttempt(notice: Notice, { id, changedAt }: LetterProgress, outcome: 'accepted' | 'refused'): Notice {
  const reason = outcome === 'refused' ? 'letter_withdrawn' : null
  const attempt: NoticeAttempt = { at: changedAt, channel: 'letter', outcome, reason, answer: '', letter: id }
  return { ...notice, attempts: [...notice.attempts, attempt] }
}

function markPosted(notice: Notice, letter: LetterProgress): Notice {
  if (attemptFor(notice, letter)) return notice
  const sent = withAttempt(notice, letter, 'accepted')
  return isWithLetter(notice) ? { ...sent, state: 'sent' } : sent
}

function addReport(notice: Notice, letter: LetterProgress, state: 'delivered' | 'failed'): Notice {
  if (attemptFor(notice, letter)?.report) return notice
  const reason = state === 'failed' ? 'letter_returned' : null
  const report = { at: letter.changedAt, state, reason, answer: '' } as const
  const attempts = notice.attempts.map((one) => (one.letter === letter.id ? { ...one, report } : one))
  const reported: Notice = { ...notice, attempts }
  if (state === 'failed') return goToNextChannel(reported, letter.changedAt)
  return isWithLetter(notice) ? { ...reported, state: 'delivered' } : reported
}

/** It has not been sent by another channel meanwhile. */
const isWithLetter = ({ channel, state }: Notice): boolean =>
  channel === 'letter' && (state === 'printing' || state === 'sent')

const goToNextChannel = (notice: Notice, at: Instant): Notice =>
  isWithLetter(notice) ? { ...notice, state: 'pending', nextTryAt: at } : notice

export interface MailboxLine {
  readonly id: string
  readonly at: Instant
  readonly subject: string
  readonly text: string
}

/** Messages that the built-in mailbox kept because no provider is set up. */
export interface MailboxReader {
  /** The newest comes first. @throws InvalidCursor */
  list(tenant: TenantId, page: { readonly after?: string; readonly limit: number }): Promise<Page<MailboxLine>>
}
