import { z } from '@hono/zod-openapi'
import { caseEvents } from '../offices/notice-vocabulary.ts'
import { statuses } from '../offices/vocabulary.ts'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

const asked = {
  /** `https`; `http` only to an IP address that the operator allowed. */
  url: z
    .url()
    .max(500)
    .refine((url) => /^https:|^http:\/\/([\d.]+|\[[\da-f:]+\])[:/]?/i.test(url), { message: 'invalid' }),
  events: z.array(z.enum(caseEvents)).min(1).max(caseEvents.length),
}
export const addWebhook = z.strictObject(asked).openapi('AddWebhook')
export const changeWebhook = z.strictObject({ ...asked, on: z.boolean() }).openapi('ChangeWebhook')
export type AddWebhook = Shown<typeof addWebhook>
export type ChangeWebhook = Shown<typeof changeWebhook>

export const webhookView = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(caseEvents)),
    createdAt: instant,
    /** It is `null` if that person no longer works here. */
    createdBy: z.string().nullable(),
    /** Why nothing is sent. */
    off: z.object({ why: z.enum(['failing', 'gone', 'by_hand']), at: instant }).nullable(),
    failingSince: instant.nullable(),
  })
  .openapi('Webhook')
export type WebhookView = Shown<typeof webhookView>

export const webhookList = z.object({ items: z.array(webhookView), most: z.int() }).openapi('WebhookList')
export type WebhookList = Shown<typeof webhookList>

/** `secret` appears in no later answer. */
export const addedWebhook = z.object({ webhook: webhookView, secret: z.string() }).openapi('AddedWebhook')
export type AddedWebhook = Shown<typeof addedWebhook>

export const renewedSecret = z.object({ secret: z.string() }).openapi('RenewedSecret')
export type RenewedSecret = Shown<typeof renewedSecret>

export const webhookLog = z
  .object({
    items: z.array(
      z.object({
        /** The `webhook-id` header that it carries. */
        id: z.string(),
        event: z.enum([...caseEvents, 'webhook.test']),
        at: instant,
        state: z.enum(['pending', 'delivered', 'failed']),
        nextTryAt: instant.nullable(),
        payload: z.string(),
        attempts: z.array(
          z.object({
            at: instant,
            /** The HTTP status, or a code for why there was no answer. */
            answer: z.union([z.int(), z.string()]),
            milliseconds: z.int(),
          }),
        ),
      }),
    ),
  })
  .openapi('WebhookLog')
export type WebhookLog = Shown<typeof webhookLog>

/** What a receiver gets: which case, where it stands and when, and none of its words. */
export const webhookMessage = z
  .object({
    type: z.enum(caseEvents),
    timestamp: instant,
    data: z.object({
      unit: z.string(),
      number: z.string(),
      category: z.string(),
      status: z.enum(statuses),
      /** It is null if there was none, or if the status did not change. */
      previousStatus: z.enum(statuses).nullable(),
      receivedAt: instant,
    }),
  })
  .openapi('WebhookMessage')
