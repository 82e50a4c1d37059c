import { backOff, type CarrierAnswer, holdAtMost } from '../../offices/channels/notice-channel.ts'
import type { AttemptReason, NoticeChannel, NoticeStanding, NoticeState } from '../../offices/notice-vocabulary.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { ContactPoints } from '../../storage/vault.ts'
import { isNoCode, leaveToPage, type Notice, type NoticeAttempt } from '../shape/notice.ts'

/** A channel of the reporter's that exists here and has an address. */
export interface FallbackStep {
  readonly channel: NoticeChannel
  readonly to: string
  /** The version of the tenant's own text; without it the default text is used. */
  readonly wording?: number
}

/** The longest wait for its recipient's daily limit; older notices stay on the reporter's page only. */
export const withheldAtMost = 7 * DAY

/** Notices that waited for a new day are spread over this time. */
const SPREAD = 4 * HOUR

/** Leaves out channels that this installation lacks or for which there is no address. */
export function fallbackStepsOf(
  order: readonly NoticeChannel[],
  channelsHere: ReadonlySet<NoticeChannel>,
  contact: ContactPoints | null,
): readonly FallbackStep[] {
  return [...new Set(order)].flatMap((channel) => {
    const to = channelsHere.has(channel) && contact ? addressFor(channel, contact) : null
    return to === null ? [] : [{ channel, to }]
  })
}

function addressFor(channel: NoticeChannel, { email, phone }: ContactPoints): string | null {
  switch (channel) {
    case 'email':
      return email
    case 'whatsapp':
    case 'sms':
      return phone
    // Reporters who chose letters gave an address. It is part of the identity, which is opened when the letter is
    // approved.
    case 'letter':
      return ''
  }
}

export const nextStep = (notice: Notice, steps: readonly FallbackStep[]): FallbackStep | null =>
  steps.find(({ channel }) => !isUsedUp(attemptsNow(notice), channel)) ?? null

/** Attempts from before a manual retry do not count. */
const attemptsNow = ({ attempts, from = 0 }: Notice): readonly NoticeAttempt[] => attempts.slice(from)

const isFinal: Readonly<Record<NoticeAttempt['outcome'], boolean>> = {
  accepted: true,
  kept: true,
  refused: true,
  failed_for_now: false,
  held: false,
}

function isUsedUp(attempts: readonly NoticeAttempt[], channel: NoticeChannel): boolean {
  const here = attempts.filter((attempt) => attempt.channel === channel)
  const failures = here.filter(({ outcome }) => outcome === 'failed_for_now').length
  return failures > backOff.length || here.some(({ outcome }) => isFinal[outcome])
}

/**
 * Decides after a provider's answer: sent, retried later, on the next channel, kept here, or given up.
 * @param deliveryDueAt until when a report of delivery is awaited; `null` if the provider sends none
 */
export function applyAnswer(
  notice: Notice,
  { channel, wording }: FallbackStep,
  answer: CarrierAnswer,
  steps: readonly FallbackStep[],
  at: Instant,
  deliveryDueAt: Instant | null,
): Notice {
  if (notice.state !== 'pending')
    return answer.outcome === 'accepted' ? recordSecondSend(notice, channel, answer.answer, at) : notice
  const { outcome } = answer
  if (outcome === 'failed_for_now' && answer.retryAfterMs !== undefined) {
    return holdNotice(notice, channel, answer, plusMilliseconds(at, answer.retryAfterMs), steps, at)
  }
  const reason = outcome === 'accepted' ? null : answer.reason
  const withWording = wording === undefined ? {} : { wording }
  const attempt: NoticeAttempt = { at, channel, outcome, reason, answer: answer.answer, ...withWording }
  const tried: Notice = { ...notice, channel, attempts: [...notice.attempts, attempt] }
  if (outcome === 'accepted') return { ...tried, state: 'sent', nextTryAt: deliveryDueAt }
  if (isUsedUp(attemptsNow(tried), channel)) return goToNextStep(tried, steps, at)
  return { ...tried, nextTryAt: plusMilliseconds(at, waitAfter(attemptsNow(tried), channel)) }
}

/** The notice arrived elsewhere meanwhile; the case records both. */
function recordSecondSend(notice: Notice, channel: NoticeChannel, answer: string, at: Instant): Notice {
  const isNotified = attemptsNow(notice).some(
    (attempt) => attempt.channel === channel && attempt.outcome === 'accepted',
  )
  const attempt: NoticeAttempt = { at, channel, outcome: 'accepted', reason: null, answer }
  return isNotified ? notice : { ...notice, attempts: [...notice.attempts, attempt] }
}

/**
 * No report of delivery came within the tenant's hours: the next channel begins, and if there is none it stays as
 * sent.
 */
export function markOverdue(notice: Notice, steps: readonly FallbackStep[], at: Instant): Notice {
  if (notice.state !== 'sent') return notice
  const report = { at, state: 'overdue', reason: null, answer: '' } as const
  const attempts = notice.attempts.map((attempt) =>
    attempt.outcome === 'accepted' && !attempt.report ? { ...attempt, report } : attempt,
  )
  const late: Notice = { ...notice, attempts, nextTryAt: null }
  return nextStep(late, steps) ? { ...late, state: 'pending', nextTryAt: at } : late
}

function waitAfter(attempts: readonly NoticeAttempt[], channel: NoticeChannel): number {
  const failures = attempts.filter((attempt) => attempt.channel === channel && attempt.outcome === 'failed_for_now')
  return backOff[failures.length - 1] ?? DAY
}

/** The channel takes nothing until then. It costs no try, and consecutive pauses are one attempt. */
export function holdNotice(
  notice: Notice,
  channel: NoticeChannel,
  why: { readonly reason: AttemptReason; readonly answer: string },
  until: Instant,
  steps: readonly FallbackStep[],
  at: Instant,
): Notice {
  if (notice.state !== 'pending') return notice
  const last = notice.attempts.at(-1)
  const goesOn = last?.outcome === 'held' && last.channel === channel && !isWithheld(notice)
  const since = goesOn ? last.at : at
  const hold: NoticeAttempt = { at: since, channel, outcome: 'held', reason: why.reason, answer: why.answer }
  const before = goesOn ? notice.attempts.slice(0, -1) : notice.attempts
  if (plusMilliseconds(since, holdAtMost) <= at) {
    return goToNextStep({ ...notice, channel, attempts: [...before, { ...hold, at, outcome: 'refused' }] }, steps, at)
  }
  return { ...notice, channel, attempts: [...before, hold], nextTryAt: until }
}

export const isWithheld = ({ attempts }: Notice): boolean => {
  const last = attempts.at(-1)
  return last?.outcome === 'held' && last.reason === 'sent_in_stages'
}

/**
 * The recipient's daily limit is reached: the notice waits for the next day on the same channel, and costs no try.
 */
export function withholdNotice(notice: Notice, channel: NoticeChannel, dayEnds: Instant, at: Instant): Notice {
  if (notice.state !== 'pending') return notice
  const last = isWithheld(notice) ? notice.attempts.at(-1) : undefined
  const since = last?.channel === channel ? last.at : at
  const hold: NoticeAttempt = { at: since, channel, outcome: 'held', reason: 'sent_in_stages', answer: '' }
  const attempts = [...(since === at ? notice.attempts : notice.attempts.slice(0, -1)), hold]
  const waiting = { ...notice, channel, attempts, nextTryAt: plusMilliseconds(dayEnds, spreadOf(notice.id)) }
  return plusMilliseconds(since, withheldAtMost) <= at ? leaveToPage(waiting) : waiting
}

/** The same notice always gets the same place in the day. */
const spreadOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % SPREAD, 0)

/** A later notice of the same kind waits in the same case and says all that this one would. */
export function markOvertaken(notice: Notice, channel: NoticeChannel, at: Instant): Notice {
  if (notice.state !== 'pending') return notice
  const attempt: NoticeAttempt = { at, channel, outcome: 'refused', reason: 'overtaken', answer: '' }
  return leaveToPage({ ...notice, channel, attempts: [...notice.attempts, attempt] })
}

/** The channel has no free place, so nothing was tried and the notice keeps its turn. */
export const postponeNotice = (notice: Notice, turn: Instant | null): Notice =>
  notice.state === 'pending' ? { ...notice, nextTryAt: turn } : notice

/** A notice that keeps waiting for a channel moves to that channel's queue, where it blocks no other. */
export const keepInQueue = (
  notice: Notice,
  { channel }: FallbackStep,
  steps: readonly FallbackStep[],
  queue: string,
): Notice =>
  notice.state === 'pending' ? { ...notice, lane: nextStep(notice, steps)?.channel === channel ? queue : null } : notice

const goToNextStep = (notice: Notice, steps: readonly FallbackStep[], at: Instant): Notice =>
  nextStep(notice, steps) ? { ...notice, nextTryAt: at } : giveUpNotice(notice)

export function giveUpNotice(notice: Notice): Notice {
  if (notice.state !== 'pending') return notice
  const tried = attemptsNow(notice)
  // Sending again would only keep it once more, so nobody has work with it until a provider is set up.
  if (tried.length > 0 && tried.every(({ outcome }) => outcome === 'kept'))
    return { ...notice, state: 'kept', nextTryAt: null }
  // A reporter who asked for a code sees that none came, and the office has nothing to do.
  const isNobodysWork = notice.attempts.length === 0 || notice.only !== undefined
  return { ...notice, state: isNobodysWork ? 'unreachable' : 'failed', nextTryAt: null }
}

/** This many notices of one kind wait at most; later ones refer the reporter to their page. */
export const MOST_WAITING_OF_A_KIND = 3

const isWaiting = ({ state }: Notice): boolean => state === 'pending' || state === 'printing'

/**
 * Leaves waiting notices to the reporter's page if a later one of the same kind waits too. One that was not tried yet
 * goes out by itself, unless three later ones wait. The law requires a notice of each breach of personal data, so a
 * failed try alone overtakes none of these. A code is never overtaken.
 */
export function leaveOvertakenToPage(notices: readonly Notice[]): readonly Notice[] {
  const later = new Map<string, number>()
  let hasFolded = false
  const folded = notices.toReversed().map((notice): Notice => {
    if (!isWaiting(notice) || !isNoCode(notice)) return notice
    const kind = `${notice.event} ${notice.only ?? ''}`
    const count = later.get(kind) ?? 0
    later.set(kind, count + 1)
    const wasTried = notice.event !== 'data_breach' && notice.attempts.length > (notice.from ?? 0)
    if (count < MOST_WAITING_OF_A_KIND && !(wasTried && count > 0)) return notice
    hasFolded = true
    return { ...notice, state: 'unreachable', nextTryAt: null }
  })
  return hasFolded ? folded.toReversed() : notices
}

const standings: Readonly<Record<NoticeState, NoticeStanding>> = {
  pending: 'drafted',
  printing: 'to_print',
  kept: 'kept',
  sent: 'taken',
  delivered: 'delivered',
  read: 'read',
  failed: 'failed',
  unreachable: 'page_only',
}

/** Says what was really done with a notice, as people read it. */
export function standingOf({ state, channel, attempts, from = 0 }: Notice): NoticeStanding {
  const last = attempts.slice(from).at(-1)
  if (state === 'unreachable' && last?.reason === 'overtaken') return 'overtaken'
  // The post tells nobody what it does with an ordinary letter, and a silent provider may have the message.
  if (state === 'sent' && channel === 'letter') return 'handed_over'
  if (state === 'pending' && last?.reason === 'no_answer') return 'handed_over'
  return standings[state]
}

/** Tells whether somebody outside the office took the notice, so that the reporter counts as notified. */
export const wasTaken = (state: NoticeState): boolean => state === 'sent' || state === 'delivered' || state === 'read'

/** How the next notice would reach a reporter: by a channel that leaves, a letter to print, or not outside this service. */
export type Reach = 'sent' | 'letter' | 'kept' | 'page'

/**
 * The first of the reporter's channels on which something leaves decides, because a message that is only kept goes on
 * to the next one.
 * @param here the channels of this installation, and whether each only keeps its messages
 */
export function reachOf(
  chosen: readonly NoticeChannel[],
  here: ReadonlyMap<NoticeChannel, { readonly keepsHere: boolean }>,
  lettersOn: boolean,
): Reach {
  const leaves = (channel: NoticeChannel) => (channel === 'letter' ? lettersOn : here.get(channel)?.keepsHere === false)
  const first = chosen.find(leaves)
  if (first) return first === 'letter' ? 'letter' : 'sent'
  return chosen.some((channel) => here.has(channel)) ? 'kept' : 'page'
}
