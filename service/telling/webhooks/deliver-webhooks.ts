import { type Clock, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { CallOutside } from '../../shared/outbound.ts'
import { createWakeUp } from '../../shared/wake-up.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import {
  deliveryAfter,
  healthAfter,
  isTaken,
  numberIn,
  secretsAt,
  type Webhook,
  type WebhookAttempt,
  type WebhookDelivery,
} from './webhook.ts'
import type { WebhookStore } from './webhook-store.ts'

/**
 * Returns `v1,` and base64 of the signature over `{id}.{seconds}.{payload}`.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export type SignWebhook = (secret: string, id: string, seconds: number, payload: string) => string

export interface WebhookDelivererPorts {
  readonly webhooks: WebhookStore
  readonly callOutside: CallOutside
  readonly signWebhook: SignWebhook
  /** A case that the guard keeps from anybody is kept from every program. */
  readonly isGuarded: (tenant: TenantId, number: string) => Promise<boolean>
  readonly now: Clock
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
const ANSWERS_WITHIN = 10 * SECOND
/** It is longer than all messages of one turn can take. */
const LEASE = 5 * MINUTE
/** A send that still runs this long after `stop` is not awaited any longer. */
const STOPS_WITHIN = 3 * SECOND
/** Answers are not used beyond their status. */
const MOST_BYTES = 1_024

export function createWebhookDeliverer(ports: WebhookDelivererPorts): WebhookDeliverer {
  const { webhooks, callOutside, signWebhook, isGuarded, now, tellOff, tell, onFault } = ports
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
      if (await isKeptBack(delivery)) {
        await webhooks.drop(delivery)
        continue
      }
      const attempt = await Promise.race([send(webhook, delivery, secrets), left])
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

  /** A case can become guarded after its news was queued, or before a manual repeat. */
  async function isKeptBack(delivery: WebhookDelivery): Promise<boolean> {
    const number = numberIn(delivery)
    return number !== null && isGuarded(delivery.tenant, number)
  }

  async function send(
    { url }: Webhook,
    delivery: WebhookDelivery,
    secrets: readonly string[],
  ): Promise<WebhookAttempt> {
    const { messageId, payload, cause } = delivery
    const at = now()
    const seconds = Math.floor(Date.parse(at) / SECOND)
    const answer = await callOutside({
      url,
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

  /** A manual repeat may have come meanwhile, and the attempt is recorded all the same. */
  async function record(delivery: WebhookDelivery, attempt: WebhookAttempt): Promise<void> {
    if (await webhooks.save(deliveryAfter(delivery, attempt))) return
    const newer = await webhooks.delivery(delivery.tenant, delivery.id)
    await webhooks.save({ ...newer, attempts: [...newer.attempts, attempt], countFrom: newer.countFrom + 1 })
  }

  async function settle({ tenant, id }: Webhook, attempts: readonly WebhookAttempt[]): Promise<void> {
    let isNewlyOff = false
    const settled = await webhooks.change(tenant, id, async (webhook) => {
      const health = attempts.reduce(healthAfter, webhook)
      isNewlyOff = !webhook.off && health.off !== null
      const { failures, failingSince, restsUntil, off } = health
      const [next] = await webhooks.waiting(webhook, 1)
      const wanted = next?.nextTryAt ?? null
      const dueAt = wanted && restsUntil && restsUntil > wanted ? restsUntil : wanted
      return { ...webhook, failures, failingSince, restsUntil, off, dueAt, leasedUntil: null }
    })
    if (isNewlyOff) await tellOff(settled)
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
