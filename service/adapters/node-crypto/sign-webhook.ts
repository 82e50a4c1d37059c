import { createHmac } from 'node:crypto'
import type { SignWebhook } from '../../telling/webhooks/send-webhook.ts'

/** HMAC-SHA256 with the bytes behind `whsec_`. */
export const signWebhook: SignWebhook = (secret, id, seconds, payload) => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${payload}`).digest('base64')}`
}
