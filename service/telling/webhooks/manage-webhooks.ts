import type { Office } from '../../case/office/office.ts'
import type { CaseEvent } from '../../offices/notice-vocabulary.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import {
  dueFor,
  MOST_WEBHOOKS,
  messageFor,
  PREVIOUS_LASTS,
  replayDelivery,
  type Webhook,
  type WebhookDelivery,
  type WebhookStore,
  webhookSecret,
} from './webhook.ts'

export interface WebhookOffice extends Office {
  readonly webhooks: WebhookStore
}

const MOST_LOGGED = 100

export async function listWebhooks({ webhooks }: WebhookOffice, staff: StaffMember): Promise<readonly Webhook[]> {
  requirePermission(staff, 'integrations.manage')
  return webhooks.list(staff.tenant)
}

/** The secret appears in this answer only. */
export async function addWebhook(
  ports: WebhookOffice,
  staff: StaffMember,
  asked: { readonly url: string; readonly events: readonly CaseEvent[] },
): Promise<{ readonly webhook: Webhook; readonly secret: string }> {
  const { webhooks, now, newId, newSecret } = ports
  mayChange(ports, staff)
  if ((await webhooks.list(staff.tenant)).length >= MOST_WEBHOOKS)
    throw new Refusal('conflict', 'webhook/too-many', { most: MOST_WEBHOOKS })
  const secret = webhookSecret(newSecret())
  const id = newId()
  await recordChange(ports, staff, id, 'added')
  const webhook = await webhooks.add(
    {
      tenant: staff.tenant,
      id,
      url: asked.url,
      events: [...new Set(asked.events)],
      createdAt: now(),
      createdBy: staff.id,
      off: null,
      ...fresh,
      dueAt: null,
      leasedUntil: null,
    },
    { current: secret, previous: null },
  )
  return { webhook, secret }
}

const fresh = { failures: 0, failingSince: null, restsUntil: null } as const

/** Messages that waited while it was off go out. */
export async function changeWebhook(
  ports: WebhookOffice,
  staff: StaffMember,
  { id, url, events, on }: Pick<Webhook, 'id' | 'url' | 'events'> & { readonly on: boolean },
): Promise<Webhook> {
  mayChange(ports, staff)
  const at = ports.now()
  const changed = await ports.webhooks.change(staff.tenant, id, (webhook) => {
    const off = on ? null : (webhook.off ?? { why: 'by_hand', at })
    const healthy = on ? dueFor({ ...webhook, ...fresh }, at) : webhook
    return { ...healthy, url, events: [...new Set(events)], off }
  })
  await recordChange(ports, staff, id, on ? 'changed' : 'off')
  return changed
}

export async function removeWebhook(ports: WebhookOffice, staff: StaffMember, id: string): Promise<void> {
  mayChange(ports, staff)
  if (!(await ports.webhooks.remove(staff.tenant, id))) throw new Refusal('not-found', 'webhook/unknown')
  await recordChange(ports, staff, id, 'removed')
}

/** For a day messages are signed by both secrets. */
export async function renewSecret(ports: WebhookOffice, staff: StaffMember, id: string): Promise<string> {
  mayChange(ports, staff)
  const { webhooks, now, newSecret } = ports
  const secret = webhookSecret(newSecret())
  await webhooks.change(staff.tenant, id, async (webhook) => {
    const { current } = await webhooks.secretsOf(webhook)
    const previous = { secret: current, until: plusMilliseconds(now(), PREVIOUS_LASTS) }
    return webhooks.seal(webhook, { current: secret, previous })
  })
  await recordChange(ports, staff, id, 'secret renewed')
  return secret
}

/** Sends a message without any case, as a test. */
export async function sendSample(ports: WebhookOffice, staff: StaffMember, id: string): Promise<void> {
  const { webhooks, now, newId } = ports
  requirePermission(staff, 'integrations.manage')
  const webhook = (await webhooks.list(staff.tenant)).find((one) => one.id === id)
  if (!webhook) throw new Refusal('not-found', 'webhook/unknown')
  const at = now()
  const messageId = `test_${newId()}`
  const data = { unit: staff.tenant }
  await webhooks.put(webhook, [messageFor(webhook, { messageId, event: 'webhook.test', at, data })])
}

export async function logOfWebhook(
  { webhooks }: WebhookOffice,
  staff: StaffMember,
  id: string,
): Promise<readonly WebhookDelivery[]> {
  requirePermission(staff, 'integrations.manage')
  if (!(await webhooks.list(staff.tenant)).some((one) => one.id === id))
    throw new Refusal('not-found', 'webhook/unknown')
  return webhooks.log(staff.tenant, id, MOST_LOGGED)
}

/** It keeps its id. */
export async function sendAgain(
  { webhooks, now }: WebhookOffice,
  staff: StaffMember,
  { id, message }: { readonly id: string; readonly message: string },
): Promise<void> {
  requirePermission(staff, 'integrations.manage')
  const at = now()
  for (;;) {
    const delivery = await webhooks.delivery(staff.tenant, `${id}.${message}`)
    if (await webhooks.save(replayDelivery(delivery, at))) break
  }
  await webhooks.wake(staff.tenant, id, at)
}

function mayChange({ now }: WebhookOffice, staff: StaffMember): void {
  requirePermission(staff, 'integrations.manage')
  requireFreshConfirmation(staff, now())
}

const recordChange = ({ record }: WebhookOffice, { tenant, id: by }: StaffMember, subject: string, detail: string) =>
  record(tenant, { by, act: 'webhook.changed', subject, detail })
