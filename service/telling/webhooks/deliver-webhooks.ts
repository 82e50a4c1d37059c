import { MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { createWakeUp } from '../../shared/repeat.ts'
import type { TenantId } from '../../storage/place.ts'
import { sendWebhook, type WebhookSendPorts } from './send-webhook.ts'
import {
  deliveryAfter,
  isTaken,
  numberIn,
  secretsAt,
  type Webhook,
  type WebhookAttempt,
  type WebhookDelivery,
  webhookAfter,
} from './webhook.ts'
import type { WebhookStore } from './webhook-store.ts'

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
    const settled = await webhooks.change(tenant, id, async (webhook) => {
      wasOff = webhook.off !== null
      const [next] = await webhooks.waiting(webhook, 1)
      return webhookAfter(webhook, attempts, next?.nextTryAt ?? null)
    })
    if (!wasOff && settled.off) await tellOff(settled)
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
