import { z } from '@hono/zod-openapi'
import { alertKinds } from '../complaints/vocabulary.ts'
import { instant, opaqueId } from './fields.ts'

const alertView = z
  .object({
    id: z.string(),
    kind: z.enum(alertKinds),
    /** Of the case; `null` for what is about no case. */
    number: z.string().nullable(),
    at: instant,
    /** How often it happened since it was last read. */
    times: z.int(),
    read: z.boolean(),
  })
  .openapi('Alert')

/** The newest first. What its reader may no longer see is not among them. */
export const alertList = z.object({ items: z.array(alertView), unread: z.int() }).openapi('AlertList')
export type AlertList = z.infer<typeof alertList>

/** Those, or all that came until then. */
export const alertReading = z
  .union([z.strictObject({ ids: z.array(opaqueId).min(1).max(300).readonly() }), z.strictObject({ until: instant })])
  .openapi('AlertReading')

/** What an open line tells: how much is unread, and the newest of it. */
export const alertEvent = z
  .object({
    unread: z.int(),
    newest: alertView.pick({ id: true, kind: true, number: true }).nullable(),
    /** Of the unread ones, new complaints. */
    newCases: z.int(),
  })
  .openapi('AlertEvent')
export type AlertEvent = z.infer<typeof alertEvent>
