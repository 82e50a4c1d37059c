import { z } from '@hono/zod-openapi'
import { language } from './fields.ts'
import type { Shown } from './shown.ts'

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

export const serviceDefinition = z
  .object({ service_code: z.string(), attributes: z.array(z.object({})).max(0) })
  .openapi('Open311ServiceDefinition')

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
