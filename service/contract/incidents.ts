import { z } from '@hono/zod-openapi'
import { loggedActs } from '../offices/act-vocabulary.ts'
import { breachNoticeStates } from '../offices/notice-vocabulary.ts'
import { breachedData } from '../offices/vocabulary.ts'
import { instant, opaqueId, optionalText, requiredText, revision, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const facts = {
  /** What happened, and how data came to light; reporters read it. */
  what: requiredText(textLimits.message),
  /** What is done to handle it and to recover; reporters read it. */
  measures: requiredText(textLimits.message),
  data: z.array(z.enum(breachedData)).min(1),
  beganAt: instant,
  endedAt: instant.nullable(),
  discoveredAt: instant,
  /** Accounts that were misused. */
  accounts: z.array(opaqueId).max(20),
}
const texts = { id: requiredText(textLimits.chronology), en: requiredText(textLimits.chronology) }

export const recordIncident = z.strictObject(facts).openapi('RecordIncident')
export const correctIncident = z.strictObject({ revision, ...facts }).openapi('CorrectIncident')

/** Without `leftOutBecause` the case is affected. */
export const pickCase = z
  .strictObject({ revision, number: z.string().max(60), leftOutBecause: optionalText(textLimits.reason) })
  .openapi('PickCase')
export const breachNotice = z.strictObject({ revision, texts: z.strictObject(texts) }).openapi('BreachNoticeTexts')
export const tellAffected = z
  .strictObject({ revision, leakReason: optionalText(textLimits.reason) })
  .openapi('TellAffected')
export const authorityNotified = z
  .strictObject({ revision, text: requiredText(textLimits.chronology), reference: requiredText(textLimits.reason) })
  .openapi('AuthorityTold')
export const concludeIncident = z
  .strictObject({ revision, lessons: requiredText(textLimits.message) })
  .openapi('ConcludeIncident')

const person = z.object({ id: z.string(), name: z.string(), position: z.string() })
const outline = {
  id: z.string(),
  what: z.string(),
  recordedAt: instant,
  discoveredAt: instant,
  dueAt: instant,
  overdue: z.boolean(),
  /** How the date was counted. */
  explanation: z.string(),
  reportersTold: z.object({ at: instant, by: z.string() }).nullable(),
  authorityTold: z.object({ at: instant, by: z.string(), text: z.string(), reference: z.string() }).nullable(),
  closed: z.object({ at: instant, by: z.string(), lessons: z.string() }).nullable(),
}

/** The newest discovery comes first; `accounts` are those that an incident can concern. */
export const incidentList = z
  .object({ items: z.array(z.object(outline)), nextCursor: z.string().nullable(), accounts: z.array(person) })
  .openapi('IncidentList')
export type IncidentList = Shown<typeof incidentList>

/** It lists only cases that the viewer may know of. */
export const incidentView = z
  .object({
    ...outline,
    revision: z.int(),
    measures: z.string(),
    data: z.array(z.object({ kind: z.enum(breachedData), label: z.string() })),
    beganAt: instant,
    endedAt: instant.nullable(),
    recordedBy: z.string(),
    accounts: z.array(person),
    cases: z.array(
      z.object({
        number: z.string(),
        categoryLabel: z.string(),
        /** What the accounts did to it; empty for a case that an officer picked. */
        acts: z.array(z.enum(loggedActs)),
        leftOutBecause: z.string().nullable(),
        state: z.enum(breachNoticeStates),
      }),
    ),
    /** How many lists and exports the accounts read; the log does not name the cases in them. */
    lists: z.int(),
    notices: z.object({
      reporters: z.object({ id: z.string(), en: z.string() }),
      isDraft: z.boolean(),
      authority: z.string(),
    }),
  })
  .openapi('Incident')
export type IncidentView = Shown<typeof incidentView>
