import { z } from '@hono/zod-openapi'
import {
  approvalStates,
  caseActs,
  dangerousActs,
  exportProfiles,
  loggedActs,
  openingGrounds,
} from '../offices/act-vocabulary.ts'
import { breachNoticeStates } from '../offices/notice-vocabulary.ts'
import { breachedData, roles, statuses } from '../offices/vocabulary.ts'
import {
  caseNumber,
  instant,
  object,
  opaqueId,
  optionalText,
  requiredText,
  revision,
  strictObject,
  textLimits,
} from './fields.ts'
import type { Shown } from './shown.ts'

export const logLine = z.object({
  at: instant,
  /** A name, the id of somebody who left, or `system`. */
  by: z.string(),
  act: z.enum(loggedActs),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
})

/** The newest comes first. The log holds codes and numbers, and nothing about a reporter. */
export const logView = object('AccessLog', {
  items: z.array(
    logLine.extend({
      /** Readings of one person, of the same thing and on one day, are one line; `at` is the newest of them. */
      times: z.int(),
      since: instant,
      /** The purpose that was given for an export. */
      purpose: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  /** The filter may name members, programs, and by their ids those who left. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The newest signed head of the log, as `verify-log --head` takes it; `null` if none was signed yet. */
  head: z.object({ day: z.string(), digest: z.string() }).nullable(),
})
export type LogView = Shown<typeof logView>

const filters = {
  by: z.string().max(64).optional(),
  /** Acts, with commas between them. */
  act: z
    .string()
    .max(4_000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(loggedActs)).max(100))
    .optional()
    .openapi({ type: 'string', maxLength: 4_000, example: 'case.read,case.acted' }),
  /** The number of a case, or its tail. */
  number: z.string().trim().max(60).optional(),
  /** Days at the office, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
}
export const logFilter = z.object(filters)
export const logQuery = z.object({ ...filters, cursor: z.string().max(1_000).optional() })

/** Where to go on; without one, from the first line. */
export const chainRequest = strictObject('ChainRequest', { cursor: z.string().max(1_000).nullable() })
export const chainView = object('ChainStep', {
  /** Where to go on; `null` once the end or a fault was reached. */
  cursor: z.string().nullable(),
  /** Days of the first line and of the last that was verified. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** The first fault, and the day on which the log says that this happened. */
  fault: z
    .object({
      fault: z.enum(['changed', 'cut', 'reordered', 'head-forged', 'head-missing', 'not-as-outside']),
      day: z.string().nullable(),
    })
    .nullable(),
})
export type ChainView = Shown<typeof chainView>

const facts = {
  /** What happened, and how data came to light; reporters read it. */
  what: requiredText(textLimits.message),
  /** What is done to handle it and to recover; reporters read it. */
  measures: requiredText(textLimits.message),
  data: z.array(z.enum(breachedData)).min(1),
  beganAt: instant,
  endedAt: instant.nullable(),
  discoveredAt: instant,
  accounts: z.array(opaqueId).max(20),
}
const texts = { id: requiredText(textLimits.chronology), en: requiredText(textLimits.chronology) }

export const recordIncident = strictObject('RecordIncident', facts)
export const correctIncident = strictObject('CorrectIncident', { revision, ...facts })

/** Without `leftOutBecause` the case is affected. */
export const pickCase = strictObject('PickCase', {
  revision,
  number: z.string().max(60),
  leftOutBecause: optionalText(textLimits.reason),
})
export const breachNotice = strictObject('BreachNoticeTexts', { revision, texts: z.strictObject(texts) })
export const tellAffected = strictObject('TellAffected', { revision, leakReason: optionalText(textLimits.reason) })
export const authorityNotified = strictObject('AuthorityTold', {
  revision,
  text: requiredText(textLimits.chronology),
  reference: requiredText(textLimits.reason),
})
export const concludeIncident = strictObject('ConcludeIncident', {
  revision,
  lessons: requiredText(textLimits.message),
})

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
export const incidentList = object('IncidentList', {
  items: z.array(z.object(outline)),
  nextCursor: z.string().nullable(),
  accounts: z.array(person),
})
export type IncidentList = Shown<typeof incidentList>

/** It lists only cases that the viewer may know of. */
export const incidentView = object('Incident', {
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
export type IncidentView = Shown<typeof incidentView>

const day = z.string()

/** It contains nothing that anybody wrote. */
const retainedCase = {
  number: z.string(),
  categoryLabel: z.string(),
  /** How it ended; empty for a case that was closed without an answer. */
  endingLabel: z.string(),
  receivedAt: instant,
}

const dueCase = z.object({
  ...retainedCase,
  endedAt: instant,
  /** The first day on which it may be destroyed. */
  from: day,
  files: z.int(),
})

/** Each list holds up to 200 cases; the one that ended first comes first. */
export const retentionView = object('Retention', {
  /** The rule that the office's schedule follows. */
  basis: z.string(),
  records: z.array(dueCase),
  /** Cases whose identity may be erased while the record stays. */
  identities: z.array(dueCase),
  held: z.array(z.object({ ...retainedCase, since: instant, by: z.string(), reason: z.string() })),
})
export type RetentionView = Shown<typeof retentionView>

export const holdCase = strictObject('HoldCase', {
  revision,
  held: z.boolean(),
  because: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})

/** Each day is the first on which something may be destroyed. */
export const caseRetention = z.object({
  endedAt: instant,
  destroyFrom: day.nullable(),
  /** `null` keeps the identity as long as the record. */
  eraseFrom: day.nullable(),
})

export const destroyedView = z.object({ at: instant, record: z.string() })

export const destroyedCaseView = destroyedView.extend({ endingLabel: z.string(), endedAt: instant, files: z.int() })

/** The record of a destruction that two persons agreed to. */
export const destructionView = object('Destruction', {
  id: z.string(),
  /** `BA-BO-2031-0001` */
  number: z.string(),
  what: z.enum(['record', 'identity']),
  startedAt: instant,
  /** False while the destruction is still running; the record can be fetched once it is true. */
  finished: z.boolean(),
  reason: z.string(),
  proposedBy: z.string(),
  approvedBy: z.string(),
  cases: z.array(z.string()),
  kept: z.array(z.object({ number: z.string(), because: z.string() })),
})
export type DestructionView = Shown<typeof destructionView>

export const destructionList = object('DestructionList', { items: z.array(destructionView) })
export type DestructionList = Shown<typeof destructionList>

const registerScope = z.object({
  profile: z.enum(exportProfiles),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  category: z.string().max(60).nullable(),
  status: z.array(z.enum(statuses)).max(statuses.length),
})

export const askForApproval = strictObject('AskForApproval', {
  act: z.enum(caseActs),
  /** The reporter reads the reason for which an identity is opened or erased. */
  reason: requiredText(textLimits.reason),
  ground: z.enum(openingGrounds).optional(),
  cases: z.array(caseNumber).max(500).optional(),
  /** It is given only to export the register; without it everything but identities is exported. */
  register: registerScope.strict().optional(),
})

export const decideApproval = strictObject('DecideApproval', {
  granted: z.boolean(),
  because: requiredText(textLimits.reason),
})

export const eraseIdentity = strictObject('EraseIdentity', { approval: opaqueId })

/** The member of staff whom a request is about, as they were when it was made. */
export const concernedPerson = z.object({
  name: z.string(),
  position: z.string(),
  email: z.string(),
  role: z.enum(roles).nullable(),
  /** The role of the unit's own that is to be granted instead, as it was when it was asked for. */
  unitRole: z
    .object({
      name: z.object({ id: z.string(), en: z.string() }),
      permissions: z.array(z.object({ permission: z.string(), label: z.string() })),
    })
    .optional(),
  /** What a reset takes away. */
  factor: z.enum(['password', 'second-factor']).nullable(),
  /** It is `null` for accounts that an earlier version made. */
  accountSince: instant.nullable(),
  addressConfirmed: z.boolean(),
})

export const approvalView = object('Approval', {
  id: z.string(),
  act: z.enum(dangerousActs),
  actLabel: z.string(),
  state: z.enum(approvalStates),
  askedAt: instant,
  by: z.string(),
  own: z.boolean(),
  reason: z.string(),
  groundLabel: z.string().nullable(),
  cases: z.array(z.object({ number: z.string(), categoryLabel: z.string(), opened: z.boolean() })),
  register: registerScope.nullable(),
  person: concernedPerson.nullable(),
  decision: z.object({ at: instant, by: z.string(), granted: z.boolean(), because: z.string() }).nullable(),
  /**
   * While `waiting`, the time at which the request lapses; while `granted`, the time until which it can be used.
   */
  until: instant,
  usedAt: instant.nullable(),
  mayDecide: z.boolean(),
  mayUse: z.boolean(),
})
export type ApprovalView = Shown<typeof approvalView>

export const approvalList = object('ApprovalList', { items: z.array(approvalView) })
export type ApprovalList = Shown<typeof approvalList>
