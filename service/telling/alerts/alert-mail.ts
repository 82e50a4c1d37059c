import { backOff, type CarrierAnswer, holdAtMost, type OutboundMessage } from '../../offices/channels/notice-channel.ts'
import {
  type Alert,
  type AlertMail,
  type Inbox,
  isUnread,
  type MemberNews,
  preferencesOf,
} from '../../offices/inbox/inbox.ts'
import type { AlertKind, AttemptReason } from '../../offices/notice-vocabulary.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import { accountTexts } from '../../offices/staff/account-texts.ts'
import { readIn } from '../../offices/translated.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { isOneOf, keysOf } from '../../shared/records.ts'
import { readTexts, sayText } from '../../shared/texts/texts.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import en from '../../texts/en/alerts.json'
import id from '../../texts/id/alerts.json'
import { type AlertOffice, visibleTo } from './alerts.ts'
import { wakeDevices } from './tell-staff.ts'

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

/** Nobody reads more in a mail; the rest is in the app. */
export const MOST_LINES = 30

type Mailed = Pick<Alert, 'kind' | 'number' | 'about' | 'times'>

const alertTexts = readTexts({ id, en })

/** Where an alert without a case number links to. */
const pageOf: Readonly<Partial<Record<AlertKind, string>>> = {
  approval_waits: 'approvals',
  transfer_news: 'transfers',
  role_granted: 'log',
  role_taken: 'log',
  member_changed: 'log',
  clock_near: 'cases?due=soon',
  clock_over: 'cases?due=overdue',
  clock_escalated: 'cases?due=overdue',
  sealing_end_asked: 'sealing',
  sealing_ended: 'sealing',
}

/** The mail names kind, number and link of each alert, and nothing else of the case. */
export function composeAlertMail(
  alerts: readonly Mailed[],
  {
    tenant,
    office,
    publicUrl,
    language,
  }: {
    readonly tenant: TenantId
    readonly office: string
    readonly publicUrl: string
    readonly language: Language
  },
): { readonly subject: string; readonly text: string } {
  const { many, greeting, more, closing } = alertTexts[language]
  const unit = `${publicUrl}/admin/${tenant}`
  const sentence = (alert: Mailed) => sayAlert(alert, language)
  const linkOf = ({ kind, number }: Mailed) =>
    number ? `${unit}/cases/${number}` : `${unit}/${pageOf[kind] ?? 'cases'}`
  const [first] = alerts
  const rest = alerts.length - MOST_LINES
  const lines = [
    greeting,
    ...alerts.slice(0, MOST_LINES).map((alert) => `${sentence(alert)}\n${linkOf(alert)}`),
    ...(rest > 0 ? [more({ count: rest, link: `${unit}/cases` })] : []),
    closing({ office, link: `${unit}/alerts` }),
  ]
  const subject = first && alerts.length === 1 ? sentence(first) : many({ count: alerts.length })
  return { subject, text: `${lines.join('\n\n')}\n` }
}

/** Says one alert, which is also the subject of a mail with nothing else. Those without a case count many, or are about none. */
function sayAlert({ kind, number, about, times }: Mailed, language: Language): string {
  const { one, others, withoutCase } = alertTexts[language]
  if (number === null && isOneOf(keysOf(others), kind)) return others[kind]({ count: times })
  if (!number && isOneOf(keysOf(withoutCase), kind)) return withoutCase[kind]
  return (about && sayMember(kind, about, language)) ?? sayText(one[kind], { number: number ?? '' })
}

/** Returns null for an alert that is about no member of staff. */
function sayMember(kind: AlertKind, about: MemberNews, language: Language): string | null {
  const { role_granted, role_taken, renamed, member_changed } = alertTexts[language].aboutMember
  const { name, formerName } = about
  if (kind === 'member_changed') return formerName ? renamed({ name, formerName }) : member_changed({ name })
  const role = roleIn(about, language)
  if (role === null) return null
  if (kind === 'role_granted') return role_granted({ name, role })
  return kind === 'role_taken' ? role_taken({ name, role }) : null
}

function roleIn({ role, unitRole }: MemberNews, language: Language): string | null {
  if (unitRole) return readIn(unitRole, language)
  return role ? accountTexts[language].roles[role] : null
}

export interface AlertMailOffice extends AlertOffice {
  readonly publicUrl: string
  /** It is keyed by the tenant, so that an idempotency key reveals nothing to a provider. */
  readonly hasher: (tenant: TenantId) => Promise<(text: string) => string>
  /** It uses the same queue as e-mail to reporters, so that a paused channel gets none. */
  readonly send: (message: Omit<OutboundMessage, 'signal'>) => Promise<CarrierAnswer>
}

type Addressed = Pick<OutboundMessage, 'tenant' | 'to' | 'subject' | 'text'>

const MAILS_AT_ONCE = 8

/** It is longer than a send can take. If a process dies, another sends the mail under the same key. */
const LEASE = MINUTE

export async function sendAlertMail(ports: AlertMailOffice, onFault: (cause: unknown) => void): Promise<number> {
  let tried = 0
  for (;;) {
    const due = await ports.inboxes.toSend(ports.now(), MAILS_AT_ONCE)
    const results = await Promise.all(
      due.map(({ tenant, person }) =>
        sendOne(ports, tenant, person, onFault).catch((cause: unknown) => {
          // It is due again when its lease runs out.
          onFault(cause)
          return false
        }),
      ),
    )
    const sent = results.filter(Boolean).length
    tried += sent
    if (sent === 0) return tried
  }
}

async function sendOne(
  ports: AlertMailOffice,
  tenant: TenantId,
  person: StaffId,
  onFault: (cause: unknown) => void,
): Promise<boolean> {
  const { inboxes, newId, now } = ports
  let isTaken = false
  const id = newId()
  // A mail must not tell somebody new of a case that is kept from them a moment later.
  if ((await ports.staff.findMember(tenant, person))?.isUnmatched) return false
  const inbox = await inboxes.change(tenant, person, (before) => {
    const after = takeMail(before, id, now(), plusMilliseconds(now(), LEASE))
    isTaken = after !== before
    return after
  })
  const { mail } = inbox
  if (!isTaken || !mail) return false
  const message = await messageOf(ports, tenant, person, inbox, mail)
  if (!message) {
    await inboxes.change(tenant, person, (before) => dropMail(before, mail.id))
    return true
  }
  const hash = await ports.hasher(tenant)
  const idempotencyKey = hash(JSON.stringify(['alerts', person, mail.id]))
  const [answer] = await Promise.all([
    ports.send({ ...message, idempotencyKey }),
    wakeOnce(ports, tenant, person, mail, idempotencyKey).catch(onFault),
  ])
  await inboxes.change(tenant, person, (before) => recordTry(before, mail.id, answer, now()))
  return true
}

/** The browsers are woken by the same rules as a mail is sent, and once: the mail itself is what is sure to come. */
async function wakeOnce(
  ports: AlertMailOffice,
  tenant: TenantId,
  person: StaffId,
  { id }: AlertMail,
  topic: string,
): Promise<void> {
  if (!(await ports.staff.account(person))?.pushDevices?.length) return
  let isTaken = false
  await ports.inboxes.change(tenant, person, (before) => {
    const after = takeWakeUp(before, id, ports.now())
    isTaken = after !== before
    return after
  })
  if (isTaken) await wakeDevices(ports, person, topic)
}

/** Returns `null` if they have read it all, may see none of it any more, or have left. */
async function messageOf(
  ports: AlertMailOffice,
  tenant: TenantId,
  person: StaffId,
  inbox: Inbox,
  mail: AlertMail,
): Promise<Addressed | null> {
  const { staff, tenants, publicUrl } = ports
  const [member, account] = await Promise.all([staff.findMember(tenant, person), staff.account(person)])
  // Somebody who has not accepted the invitation has not proven the address. Alerts of practice stay in the app.
  if (isPractice(tenant) || !member || !account?.passwordHash) return null
  const mailed = inbox.alerts.filter((alert) => mail.alerts.includes(alert.id) && isUnread(alert))
  const seen = (await visibleTo(ports, member, mailed)).filter(isUnread)
  if (seen.length === 0) return null
  const { language } = preferencesOf(inbox)
  const { name: office } = (await tenants.get(tenant)).settings
  return { tenant, to: account.email, ...composeAlertMail(seen, { tenant, office, publicUrl, language }) }
}
