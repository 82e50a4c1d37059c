import type { ProviderReport } from '../../offices/channels/provider-news.ts'
import type { DeliveryReport } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Notice, NoticeAttempt } from '../shape/notice.ts'
import type { Sending } from './message-reference.ts'

/** Reports come late, twice and in any order; the higher weight wins. */
const weights: Readonly<Record<DeliveryReport['state'], number>> = { overdue: 0, delivered: 1, failed: 2, read: 3 }

/**
 * Applies a provider's report. A message that was not known to be sent is marked so; one that arrived is not retried;
 * one that failed goes to the next channel, unless another one has it.
 * @param deliveryDueAt until when a report of delivery is awaited
 */
export function applyReport(
  notice: Notice,
  { channel, from }: Pick<Sending, 'channel' | 'from'>,
  report: Omit<ProviderReport, 'reference'>,
  deliveryDueAt: Instant,
  at: Instant,
): Notice {
  const isIts = (attempt: NoticeAttempt, index: number) =>
    index >= from && attempt.channel === channel && attempt.outcome === 'accepted'
  const index = notice.attempts.findIndex(isIts)
  if (index < 0) {
    // A report on an earlier round does not concern this one.
    if (from !== (notice.from ?? 0)) return notice
    return applyReport(markSent(notice, channel, deliveryDueAt, at), { channel, from }, report, deliveryDueAt, at)
  }
  const { state, reason, answer } = report
  if (state === 'accepted') return notice
  const before = notice.attempts[index]?.report
  if (before && weights[before.state] >= weights[state]) return notice
  const attempts = notice.attempts.map((attempt, i) =>
    i === index ? { ...attempt, report: { at, state, reason, answer } } : attempt,
  )
  const reported: Notice = { ...notice, attempts }
  if (state === 'failed') return restartAfterFailure(reported, at)
  return { ...reported, state: notice.state === 'read' ? 'read' : state, nextTryAt: null }
}

function markSent(notice: Notice, channel: Sending['channel'], deliveryDueAt: Instant, at: Instant): Notice {
  const attempt: NoticeAttempt = { at, channel, outcome: 'accepted', reason: null, answer: '' }
  const sent: Notice = { ...notice, attempts: [...notice.attempts, attempt] }
  const isOnItsWay = notice.state === 'sent' || notice.state === 'delivered' || notice.state === 'read'
  return isOnItsWay ? sent : { ...sent, channel, state: 'sent', nextTryAt: deliveryDueAt }
}

function restartAfterFailure(notice: Notice, at: Instant): Notice {
  if (notice.state !== 'sent' && notice.state !== 'delivered') return notice
  const isElsewhere = notice.attempts
    .slice(notice.from ?? 0)
    .some(({ outcome, report }) => outcome === 'accepted' && report?.state !== 'failed' && report?.state !== 'overdue')
  return isElsewhere ? notice : { ...notice, state: 'pending', lane: null, nextTryAt: at }
}
