import { z } from '@hono/zod-openapi'
import { alertKinds, alertWays } from '../offices/notice-vocabulary.ts'
import { roles } from '../offices/vocabulary.ts'
import { instant, language, opaqueId, timeOfDay } from './fields.ts'
import type { Shown } from './shown.ts'

const alertView = z
  .object({
    id: z.string(),
    kind: z.enum(alertKinds),
    /** It is `null` for an alert that is about no case. */
    number: z.string().nullable(),
    /** The case's subject, as the reader may read it. The open line and mails never have it. */
    subject: z.string().nullable().optional(),
    /** The member of staff whose role or membership changed. */
    about: z
      .object({
        name: z.string(),
        role: z.enum(roles).optional(),
        /** The name of a role of the unit's own. */
        unitRole: z.object({ id: z.string(), en: z.string() }).optional(),
        formerName: z.string().optional(),
      })
      .optional(),
    at: instant,
    /** How often it happened since it was last read. */
    times: z.int(),
    read: z.boolean(),
  })
  .openapi('Alert')

/** The newest comes first. Alerts that the reader may no longer see are left out. */
export const alertList = z.object({ items: z.array(alertView), unread: z.int() }).openapi('AlertList')
export type AlertList = Shown<typeof alertList>

/** Marks the named alerts as read, or all that came until the given time. */
export const alertReading = z
  .union([z.strictObject({ ids: z.array(opaqueId).min(1).max(300).readonly() }), z.strictObject({ until: instant })])
  .openapi('AlertReading')

export const alertEvent = z
  .object({
    unread: z.int(),
    newest: alertView.pick({ id: true, kind: true, number: true, about: true }).nullable(),
    /** How many of the unread ones are about new complaints. */
    newCases: z.int(),
  })
  .openapi('AlertEvent')
export type AlertEvent = Shown<typeof alertEvent>

const preferences = {
  /** The language of the e-mails. */
  language,
  ways: z.record(z.enum(alertKinds), z.enum(alertWays)),
  /** The local time on working days at which the digest is sent. */
  digestAt: timeOfDay,
  /** No alert is sent immediately in this time; it spans midnight where `to` is the earlier. */
  quiet: z.union([z.literal('outside_office_hours'), z.strictObject({ from: timeOfDay, to: timeOfDay })]),
}

export const alertPreferences = z.strictObject(preferences).openapi('AlertPreferences')

export const alertPreferencesView = z
  .object({
    ...preferences,
    email: z.string(),
    /** The kinds that one's roles can be alerted of. */
    kinds: z.array(z.enum(alertKinds)),
    /** These kinds cannot be `off`. */
    mustHear: z.array(z.enum(alertKinds)),
    /** The result of the last e-mail; it is `null` if none was sent. */
    lastMail: z.object({ at: instant, sent: z.boolean(), explanation: z.string().nullable() }).nullable(),
  })
  .openapi('OwnAlertPreferences')
export type AlertPreferencesView = Shown<typeof alertPreferencesView>
