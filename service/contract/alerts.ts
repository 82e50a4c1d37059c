import { z } from '@hono/zod-openapi'
import { alertKinds, alertWays, roles } from '../complaints/vocabulary.ts'
import { instant, language, opaqueId, timeOfDay } from './fields.ts'

const alertView = z
  .object({
    id: z.string(),
    kind: z.enum(alertKinds),
    /** Of the case; `null` for what is about no case. */
    number: z.string().nullable(),
    /** Of a member of staff whose role or place changed. */
    about: z.object({ name: z.string(), role: z.enum(roles).optional(), formerName: z.string().optional() }).optional(),
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
    newest: alertView.pick({ id: true, kind: true, number: true, about: true }).nullable(),
    /** Of the unread ones, new complaints. */
    newCases: z.int(),
  })
  .openapi('AlertEvent')
export type AlertEvent = z.infer<typeof alertEvent>

const preferences = {
  /** Of the e-mails. */
  language,
  ways: z.record(z.enum(alertKinds), z.enum(alertWays)),
  /** On working days, by the unit's clock. */
  digestAt: timeOfDay,
  /** When nothing comes immediately; over midnight where `to` is the earlier. */
  quiet: z.union([z.literal('outside_office_hours'), z.strictObject({ from: timeOfDay, to: timeOfDay })]),
}

export const alertPreferences = z.strictObject(preferences).openapi('AlertPreferences')

export const alertPreferencesView = z
  .object({
    ...preferences,
    email: z.string(),
    /** Of which kinds one can be told, by one's roles. */
    kinds: z.array(z.enum(alertKinds)),
    /** Kinds that cannot be `off`. */
    mustHear: z.array(z.enum(alertKinds)),
    /** What became of the last e-mail; `null` where none was sent. */
    lastMail: z.object({ at: instant, sent: z.boolean(), explanation: z.string().nullable() }).nullable(),
  })
  .openapi('OwnAlertPreferences')
export type AlertPreferencesView = z.infer<typeof alertPreferencesView>
