import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { CarrierAnswer, OutboundMessage } from '../../offices/channels/notice-channel.ts'
import { type AlertMail, type Inbox, type InboxStore, isUnread, preferencesOf } from '../../offices/inbox/inbox.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { type Clock, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { dropMail, recordTry, takeMail, takeWakeUp } from './alert-mail.ts'
import { composeAlertMail } from './compose-alert-mail.ts'
import { visibleTo } from './read-alerts.ts'
import { type WakePorts, wakeDevices } from './wake-devices.ts'

export interface AlertMailPorts extends WakePorts {
  readonly inboxes: InboxStore
  readonly complaints: ComplaintStore
  readonly tenants: Pick<TenantDirectory, 'get'>
  readonly now: Clock
  readonly newId: () => string
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

/** @returns how many mails were tried */
export async function sendAlertMail(ports: AlertMailPorts, onFault: (cause: unknown) => void): Promise<number> {
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
  ports: AlertMailPorts,
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
  ports: AlertMailPorts,
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
  ports: AlertMailPorts,
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
