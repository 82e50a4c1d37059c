import type { Guard } from '../../case/shape/complaint.ts'
import type { CaseNews } from '../../case/shape/notice.ts'
import { membersOf, type TellingOffice, tellPerson } from '../../offices/inbox/telling.ts'
import { type Clock, type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { CallOutside } from '../../shared/outbound.ts'
import { createWakeUp } from '../../shared/repeat.ts'
import type { TenantId } from '../../storage/place.ts'
import {
  deliveryAfter,
  isTaken,
  messageFor,
  numberIn,
  secretsAt,
  unlessRemoved,
  type Webhook,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookStore,
  webhookAfter,
} from './webhook.ts'

/** Alerts once that a receiver was switched off. */
export async function tellOfWebhook(
  ports: TellingOffice,
  { tenant, id, off }: Pick<Webhook, 'tenant' | 'id' | 'off'>,
): Promise<void> {
  if (!off) return
  for (const member of await membersOf(ports, tenant)) {
    if (!member.permissions.has('integrations.manage')) continue
    const news = { id: `webhook.${id}.${off.at}`, at: off.at, kind: 'webhook_off', number: null } as const
    await tellPerson(ports, tenant, member.id, [news])
  }
}

/**
 * Returns `v1,` and base64 of the signature over `{id}.{seconds}.{payload}`.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export type SignWebhook = (secret: string, id: string, seconds: number, payload: string) => string

export interface WebhookSendPorts {
  readonly callOutside: CallOutside
  readonly signWebhook: SignWebhook
  readonly now: Clock
}

const ANSWERS_WITHIN = 10 * SECOND
/** Answers are not used beyond their status. */
const MOST_BYTES = 1_024

interface Message {
  readonly webhook: Webhook
  readonly delivery: WebhookDelivery
  /** Each of them signs. */
  readonly secrets: readonly string[]
}

export async function sendWebhook(
  { callOutside, signWebhook, now }: WebhookSendPorts,
  { webhook, delivery, secrets }: Message,
): Promise<WebhookAttempt> {
  const { messageId, payload, cause } = delivery
  const at = now()
  const seconds = Math.floor(Date.parse(at) / SECOND)
  const answer = await callOutside({
    url: webhook.url,
    method: 'POST',
    headers: {
      ...(cause !== undefined && { 'x-request-id': cause }),
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': String(seconds),
      'webhook-signature': secrets.map((secret) => signWebhook(secret, messageId, seconds, payload)).join(' '),
    },
    body: payload,
    redirects: 0,
    mostBytes: MOST_BYTES,
    within: ANSWERS_WITHIN,
  })
  const milliseconds = Math.max(0, Date.parse(now()) - Date.parse(at))
  return { at, answer: answer.kind === 'answered' ? answer.status : answer.why, milliseconds }
}

export interface WebhookDelivererPorts extends WebhookSendPorts {
  readonly webhooks: WebhookStore
  /** A case that the guard keeps from anybody is kept from every program. */
  readonly isGuarded: (tenant: TenantId, number: string) => Promise<boolean>
  /** Called when a receiver was switched off. */
  readonly tellOff: (webhook: Webhook) => Promise<void>
  /** Called with the result of a try, for the log. */
  readonly tell: (delivery: WebhookDelivery, attempt: WebhookAttempt) => void
  readonly onFault: (cause: unknown) => void
}

export interface WebhookDeliverer {
  start(): void
  wakeUp(): void
  stop(): Promise<void>
}

const LOOKS_EVERY = 5 * SECOND
/** This many receivers are served at once, so that a few slow ones do not block the others. */
const RECEIVERS_AT_ONCE = 16
const MESSAGES_AT_ONCE = 16
/** It is longer than all messages of one turn can take. */
const LEASE = 5 * MINUTE
/** A send that still runs this long after `stop` is not awaited any longer. */
const STOPS_WITHIN = 3 * SECOND

export function createWebhookDeliverer(ports: WebhookDelivererPorts): WebhookDeliverer {
  const { webhooks, now, tellOff, tell, onFault } = ports
  const wakeUp = createWakeUp()
  let leave = () => {}
  const left = new Promise<null>((resolve) => {
    leave = () => resolve(null)
  })
  let isRunning = false
  let rounds = Promise.resolve()

  async function run(): Promise<void> {
    while (isRunning) {
      const served = await round().catch(onFault)
      if (!served) await wakeUp.wait(LOOKS_EVERY)
    }
  }

  async function round(): Promise<number> {
    const claimed = await webhooks.claimDue(now(), plusMilliseconds(now(), LEASE), RECEIVERS_AT_ONCE)
    await Promise.all(claimed.map((webhook) => serve(webhook).catch(onFault)))
    return claimed.length
  }

  async function serve(webhook: Webhook): Promise<void> {
    const secrets = secretsAt(await webhooks.secretsOf(webhook), now())
    const attempts: WebhookAttempt[] = []
    for (const delivery of await webhooks.waiting(webhook, MESSAGES_AT_ONCE)) {
      if (!isRunning || (delivery.nextTryAt ?? '') > now()) break
      if (await isKeptBack(ports, delivery)) {
        await webhooks.drop(delivery)
        continue
      }
      const attempt = await Promise.race([sendWebhook(ports, { webhook, delivery, secrets }), left])
      // Nothing is recorded any more; the message is sent again, by the same id, when the lease is over.
      if (!attempt) return
      attempts.push(attempt)
      tell(delivery, attempt)
      await record(delivery, attempt)
      // A failing receiver gets no more now; the rest stays due.
      if (!isTaken(attempt)) break
    }
    await settle(webhook, attempts)
  }

  /** A manual repeat may have come meanwhile, and the attempt is recorded all the same. */
  async function record(delivery: WebhookDelivery, attempt: WebhookAttempt): Promise<void> {
    if (await webhooks.save(deliveryAfter(delivery, attempt))) return
    const newer = await webhooks.delivery(delivery.tenant, delivery.id)
    await webhooks.save({ ...newer, attempts: [...newer.attempts, attempt], countFrom: newer.countFrom + 1 })
  }

  async function settle({ tenant, id }: Webhook, attempts: readonly WebhookAttempt[]): Promise<void> {
    let wasOff = false
    const deciding = webhooks.change(tenant, id, async (webhook) => {
      wasOff = webhook.off !== null
      const [next] = await webhooks.waiting(webhook, 1)
      return webhookAfter(webhook, attempts, next?.nextTryAt ?? null)
    })
    const settled = await deciding.catch(unlessRemoved)
    if (!wasOff && settled?.off) await tellOff(settled)
  }

  return {
    start() {
      if (isRunning) return
      isRunning = true
      rounds = run()
    },
    wakeUp: wakeUp.signal,
    async stop() {
      isRunning = false
      wakeUp.signal()
      const patience = setTimeout(() => leave(), STOPS_WITHIN)
      await rounds
      clearTimeout(patience)
    },
  }
}

/** A case can become guarded after its news was queued, or before a manual repeat. */
async function isKeptBack({ isGuarded }: WebhookDelivererPorts, delivery: WebhookDelivery): Promise<boolean> {
  const number = numberIn(delivery)
  return number !== null && isGuarded(delivery.tenant, number)
}

export interface CaseWithNews {
  readonly number: string
  readonly category: string
  readonly receivedAt: Instant
  readonly guard: Guard | null
  readonly news: readonly CaseNews[]
}

/**
 * Queues news of cases for the receivers of their tenant. A repeat doubles nothing, and guarded cases are left out.
 */
export async function passNewsOn(
  { webhooks }: { readonly webhooks: WebhookStore },
  tenant: TenantId,
  cases: readonly CaseWithNews[],
): Promise<void> {
  const open = cases.filter(({ guard, news }) => !guard && news.length > 0)
  if (open.length === 0) return
  for (const webhook of await webhooks.list(tenant)) {
    const wanted = open.flatMap((one) => one.news.map((news) => deliveryOf(webhook, one, news)))
    await webhooks.put(
      webhook,
      wanted.filter(({ event }) => event !== 'webhook.test' && webhook.events.includes(event)),
    )
  }
}

/** A receiver learns which case, its status, and when, but none of its texts. */
function deliveryOf(webhook: Webhook, one: CaseWithNews, { key, event, at, status, from, cause }: CaseNews) {
  const { number, category, receivedAt } = one
  const data = { unit: webhook.tenant, number, category, status, previousStatus: from, receivedAt }
  return messageFor(webhook, { messageId: `${number}_${key}`, event, at, data, ...(cause !== undefined && { cause }) })
}
