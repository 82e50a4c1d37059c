import { backOff, type CarrierAnswer, holdAtMost } from '../../offices/channels/notice-channel.ts'
import { type Inbox, isUnread } from '../../offices/inbox/inbox.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import { type Instant, plusMilliseconds } from '../../shared/instant.ts'

/** Takes the due mail, or makes one of all due alerts; no other process gets it until `leaseUntil`. */
export function takeMail(inbox: Inbox, id: string, now: Instant, leaseUntil: Instant): Inbox {
  const { mail, alerts } = inbox
  if (mail) return mail.nextTryAt <= now ? { ...inbox, mail: { ...mail, nextTryAt: leaseUntil } } : inbox
  const due = alerts.filter((alert) => isUnread(alert) && alert.mailDueAt && alert.mailDueAt <= now)
  if (due.length === 0) return inbox
  return {
    ...inbox,
    alerts: alerts.map((alert) => (due.includes(alert) ? { ...alert, mailDueAt: null, mailedAt: now } : alert)),
    mail: { id, alerts: due.map((alert) => alert.id), begunAt: now, nextTryAt: leaseUntil, failures: 0 },
  }
}

/** What others recorded meanwhile stays. */
export function recordTry(inbox: Inbox, id: string, answer: CarrierAnswer, now: Instant): Inbox {
  const { mail } = inbox
  if (mail?.id !== id) return inbox
  const over = (reason: AttemptReason | null): Inbox => ({ ...inbox, mail: null, lastMail: { at: now, reason } })
  if (answer.outcome === 'accepted') return over(null)
  if (answer.outcome === 'refused' || answer.outcome === 'kept' || plusMilliseconds(mail.begunAt, holdAtMost) <= now)
    return over(answer.reason)
  if (answer.retryAfterMs !== undefined) {
    return { ...inbox, mail: { ...mail, nextTryAt: plusMilliseconds(now, answer.retryAfterMs) } }
  }
  const wait = backOff[mail.failures]
  if (wait === undefined) return over(answer.reason)
  return { ...inbox, mail: { ...mail, failures: mail.failures + 1, nextTryAt: plusMilliseconds(now, wait) } }
}

/** Claims the wake-up of the person's browsers, which is done once for each mail however often that is tried. */
export const takeWakeUp = (inbox: Inbox, id: string, now: Instant): Inbox =>
  inbox.mail?.id === id && !inbox.mail.wokenAt ? { ...inbox, mail: { ...inbox.mail, wokenAt: now } } : inbox

export const dropMail = (inbox: Inbox, id: string): Inbox => (inbox.mail?.id === id ? { ...inbox, mail: null } : inbox)
