import { z } from '@hono/zod-openapi'
import { caseEvents } from '../offices/notice-vocabulary.ts'
import { apiScopes, complaintClasses, intakeChannels, outcomes, statuses } from '../offices/vocabulary.ts'
import { intakeRequest } from './complaint-request.ts'
import { clockView } from './complaint-view.ts'
import { instant, language, object, requiredText, strictObject } from './fields.ts'
import { registerQuery } from './register.ts'
import type { Shown } from './shown.ts'

/** Programs cannot search for text, because hits would reveal what a case contains. */
export const programQuery = registerQuery
  .pick({ status: true, category: true, due: true, from: true, to: true, channel: true, cursor: true, limit: true })
  .extend({ lang: language.optional() })
  .strict()

/** It contains no text that anybody wrote and nobody's name. */
export const programCase = object('ProgramCase', {
  number: z.string(),
  status: z.enum(statuses),
  statusLabel: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  class: z.enum(complaintClasses),
  channel: z.enum(intakeChannels),
  receivedAt: instant,
  /** The date of the most urgent running clock. */
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  outcome: z.enum(outcomes).nullable(),
  /** Its number in SP4N-LAPOR!. */
  laporId: z.string().nullable(),
})
export type ProgramCase = Shown<typeof programCase>

export const programRegister = object('ProgramRegister', {
  items: z.array(programCase),
  nextCursor: z.string().nullable(),
})

export const programCaseDetails = programCase
  .extend({
    clocks: z.array(clockView.omit({ explanation: true, basis: true })),
    /** The entries that the reporter sees too, without their texts. */
    history: z.array(z.object({ at: instant, event: z.string(), label: z.string() })),
  })
  .openapi('ProgramCaseDetails')

/** A program such as a call centre's took it. Staff whom it concerns are found by their names. */
export const programIntake = intakeRequest.omit({ reportedStaff: true, signing: true }).openapi('ProgramIntake')

const asked = {
  /** `https`; `http` only to an IP address that the operator allowed. */
  url: z
    .url()
    .max(500)
    .refine((url) => /^https:|^http:\/\/([\d.]+|\[[\da-f:]+\])[:/]?/i.test(url), { message: 'invalid' }),
  events: z.array(z.enum(caseEvents)).min(1).max(caseEvents.length),
}
export const addWebhook = strictObject('AddWebhook', asked)
export const changeWebhook = strictObject('ChangeWebhook', { ...asked, on: z.boolean() })
export type AddWebhook = Shown<typeof addWebhook>

export const webhookView = object('Webhook', {
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
export type WebhookView = Shown<typeof webhookView>

export const webhookList = object('WebhookList', { items: z.array(webhookView), most: z.int() })
export type WebhookList = Shown<typeof webhookList>

/** `secret` appears in no later answer. */
export const addedWebhook = object('AddedWebhook', { webhook: webhookView, secret: z.string() })
export type AddedWebhook = Shown<typeof addedWebhook>

export const renewedSecret = object('RenewedSecret', { secret: z.string() })

export const webhookLog = object('WebhookLog', {
  items: z.array(
    z.object({
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
export type WebhookLog = Shown<typeof webhookLog>

/** What a receiver gets: which case, where it stands and when, and none of its words. */
export const webhookMessage = object('WebhookMessage', {
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

export const createApiKey = strictObject('CreateApiKey', {
  name: requiredText(80),
  scopes: z.array(z.enum(apiScopes)).min(1).max(apiScopes.length),
  /** A key expires after a year at most, so that somebody confirms each year that the program is still wanted. */
  days: z.int().min(1).max(365),
})
export type CreateApiKey = Shown<typeof createApiKey>

export const apiKeyView = object('ApiKey', {
  id: z.string(),
  name: z.string(),
  /** The first characters of the key. */
  hint: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  state: z.enum(['live', 'expired', 'revoked']),
  createdAt: instant,
  /** It is `null` if that person no longer works here. */
  createdBy: z.string().nullable(),
  expiresAt: instant,
  /** It is rounded to five minutes, and `null` if the key was never used. */
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})
export type ApiKeyView = Shown<typeof apiKeyView>

export const apiKeyList = object('ApiKeyList', { items: z.array(apiKeyView) })
export type ApiKeyList = Shown<typeof apiKeyList>

/** `text` is the key itself, and appears in no later answer. */
export const createdApiKey = object('CreatedApiKey', { key: apiKeyView, text: z.string() })
export type CreatedApiKey = Shown<typeof createdApiKey>

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.+Z-]*)?$/)

export const requestQuery = z.object({
  /** Comma-separated ids; they override every other filter. */
  service_request_id: z.string().max(1_000).optional(),
  service_code: z.string().max(60).optional(),
  /** The time of day is ignored. */
  start_date: moment.optional(),
  end_date: moment.optional(),
  status: z.enum(['open', 'closed']).optional(),
  lang: language.optional(),
})

const service = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  metadata: z.literal(false),
  type: z.literal('realtime'),
  keywords: z.string(),
  group: z.string(),
})
export type Open311Service = Shown<typeof service>
export const serviceList = z.array(service).openapi('Open311Services')

export const serviceDefinition = object('Open311ServiceDefinition', {
  service_code: z.string(),
  attributes: z.array(z.object({})).max(0),
})

const serviceRequest = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: z.string(),
  service_name: z.string(),
  service_code: z.string(),
  /** It is always empty, because nothing that a reporter wrote is published. */
  description: z.literal(''),
  agency_responsible: z.string(),
  service_notice: z.literal(''),
  /** The day, at midnight in the office's time zone. */
  requested_datetime: z.string(),
  updated_datetime: z.string(),
  expected_datetime: z.string(),
  address: z.literal(''),
})
export type Open311Request = Shown<typeof serviceRequest>
export const serviceRequests = z.array(serviceRequest).openapi('Open311Requests')
