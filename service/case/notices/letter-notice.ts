import type { LetterState } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { leaveToPage, type Notice, type NoticeAttempt } from '../shape/notice.ts'

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
