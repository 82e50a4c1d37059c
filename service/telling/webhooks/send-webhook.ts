import { type Clock, SECOND } from '../../shared/instant.ts'
import type { CallOutside } from '../../shared/outbound.ts'
import type { Webhook, WebhookAttempt, WebhookDelivery } from './webhook.ts'

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
