import { z } from '@hono/zod-openapi'
import { noticeEvents } from '../offices/notice-vocabulary.ts'
import { questionLimits } from '../offices/questions/questions.ts'
import {
  categoryClocks,
  complaintClasses,
  endings,
  fates,
  labelColours,
  MOST_LABELS,
  privacyChoices,
} from '../offices/vocabulary.ts'
import {
  anyText,
  day,
  email,
  instant,
  labelId,
  language,
  listOf,
  numberPrefix,
  object,
  optionalText,
  requiredText,
  revision,
  strictObject,
  timeOfDay,
  translatedText,
} from './fields.ts'
import { questionSettings } from './questions.ts'
import type { Shown } from './shown.ts'

const need = z.enum(['required', 'optional', 'hidden'])
const blocks = listOf(z.tuple([timeOfDay, timeOfDay]).readonly(), 4)

const years = z.int().min(0).max(100)
const retentionTerms = { activeYears: years, inactiveYears: years, fate: z.enum(fates) }

const identityPolicy = z.enum(['required', 'grounded', 'open'])

export const categorySettings = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
  label: translatedText(80),
  description: translatedText(400),
  class: z.enum(complaintClasses),
  active: z.boolean(),
  /** The policy for complaints without identity in this category; `null` or left out follows the office's. */
  identityPolicy: identityPolicy.nullable().optional(),
  /** An identity that is given here is kept confidential, whatever the reporter chose. The default is no. */
  confidential: z.boolean().optional(),
  /**
   * Everybody may see how cases of named reporters go here, where no officials are complained of. The default is no.
   */
  published: z.boolean().optional(),
  /** If published, visitors who choose it read how recent complaints here went. The default is no. */
  similarTold: z.boolean().optional(),
  /** A checklist for staff alone: a line each, in order. The default is none. */
  steps: listOf(translatedText(120), 12).optional(),
  questions: listOf(questionSettings, questionLimits.questions).optional(),
  /** What happens after filing, in the office's words: reporters read it before and after. The default is nothing. */
  nextSteps: translatedText(300).nullable().optional(),
  /** A handler gives the first answer to a case of theirs without the head. The default is no. */
  handlerAnswers: z.boolean().optional(),
})

const holiday = z.strictObject({ day, name: requiredText(120), kind: z.enum(['national', 'collective_leave']) })
export const holidayYear = z.strictObject({
  year: z.int().min(2020).max(2100),
  days: listOf(holiday, 60),
})

const clockRule = {
  amount: z.int().min(1).max(365),
  unit: z.enum(['working_days', 'calendar_days', 'hours']),
  /** The article that sets the amount; `null` for a service target. */
  legalBasis: requiredText(200).nullable(),
}
const rule = z.strictObject(clockRule)
const rules = z.strictObject({
  clocks: z.strictObject({
    verification: rule,
    first_response: rule,
    handling_non_oversight: rule,
    handling_oversight: rule,
    completion: rule,
    objection_window: rule,
    objection_decision: rule,
    reopening: rule,
    personal_data: rule,
  }),
  /** Times in categories that differ: for handling, or for the clock that is named. */
  categories: listOf(
    z.strictObject({ category: z.string().max(60), clock: z.enum(categoryClocks).optional(), ...clockRule }),
    240,
  ),
  /** How often a running clock can be extended, and by how many days at once. */
  extension: z.strictObject({ times: z.int().min(0).max(5), days: z.int().min(1).max(120) }),
  /** The longest pause by staff, in working days; ten if it is left out. */
  pauseDays: z.int().min(1).max(60).optional(),
})

const whatsappTemplate = z.strictObject({
  /** `null` covers every notice that has no template of its own. */
  event: z.enum(noticeEvents).nullable(),
  language,
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  templateLanguage: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  /** The values of `{{1}}`, `{{2}}` … in order. */
  variables: listOf(z.enum(['office', 'number', 'link', 'sentence']), 10),
})

/** The layout and numbering of letters. */
export const letterSettings = z.strictObject({
  on: z.boolean(),
  letterhead: z.strictObject({
    /** From the highest authority down to the office; the default is the office's name. */
    lines: listOf(anyText(120), 8),
    address: anyText(200),
    /** Telephone, e-mail and site. */
    contact: anyText(200),
    logo: z.string().max(120_000).nullable().optional().openapi({
      readOnly: true,
      description: 'A JPEG as base64. Uploaded by itself, not changed by writing it here.',
    }),
  }),
  city: anyText(60),
  code: z.string().regex(/^[A-Za-z0-9 ./-]{0,30}$/),
  /** e.g. `{seq:3}/{code}/{month-roman}/{year}` */
  pattern: z.string().trim().min(1).max(80),
  signatories: listOf(
    z.strictObject({ name: requiredText(120), position: requiredText(120), rank: anyText(80), nip: anyText(30) }),
    20,
  ),
})

/** The whole is written at once, under the revision that was read. */
export const tenantSettings = strictObject('TenantSettings', {
  revision,
  name: requiredText(160),
  shortName: requiredText(60),
  /** It may be empty for an office without a parent. */
  parent: anyText(160),
  addressee: requiredText(120),
  timeZone: z.enum(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura']),
  numberPrefix,
  contact: z.strictObject({
    address: optionalText(300),
    telephone: optionalText(40),
    fax: optionalText(40),
    email: email.optional(),
    officeHours: translatedText(120),
  }),
  procedure: z.strictObject({
    title: translatedText(120),
    rules: z.array(translatedText(600)).min(1).max(20).readonly(),
  }),
  privacyNotice: z.strictObject({ version: z.int().min(1), text: translatedText(4_000) }),
  categories: z.array(categorySettings).min(1).max(40).readonly(),
  privacyChoices: z.array(z.enum(privacyChoices)).min(1).readonly(),
  /**
   * Complaints without identity are refused, taken if a verifier finds them well founded, or taken like any other.
   */
  identityPolicy,
  identityFields: z.strictObject({ name: need, address: need, phone: need, email: need }),
  evidence: z.strictObject({
    maxFiles: z.int().min(0).max(50),
    maxMegabytes: z.int().min(1).max(500),
    /** Staff get no file before the malware scanner found it clean. */
    quarantine: z.boolean(),
  }),
  malwareScanner: z
    .boolean()
    .optional()
    .openapi({ readOnly: true, description: 'Whether this service scans evidence. Not changed by writing it.' }),
  /** Origins whose pages may carry the widget, e.g. `https://organisasi.example`; kept as browsers write them. */
  origins: listOf(z.string().max(260), 50),
  /** Staff without a second factor may do nothing in this office until they have one. */
  requireSecondFactor: z.boolean(),
  /** The desk locks itself after so many minutes without a touch; fifteen if it is left out. */
  lockAfterMinutes: z.int().min(5).max(60).optional(),
  /**
   * The person who gave an answer decides on the objection to it where nobody else can, with a reason. The default is
   * no.
   */
  allowsOwnDecision: z.boolean().optional(),
  /**
   * Verified cases go by themselves to the handler with the fewest open ones, up to so many open cases a person. The
   * default is `null`: they are given by hand.
   */
  mostOpenCases: z.int().min(1).max(200).nullable().optional(),
  /** Everybody sees counts of complaints, small ones hidden. The default is no. */
  publicStatistics: z.boolean().optional(),
  /** The form is also offered in Javanese. The default is no. */
  javanese: z.boolean().optional(),
  /** Sub-statuses of the unit's own. One that is left out of the list is refused: it is archived instead. */
  labels: listOf(
    z.strictObject({
      id: labelId,
      name: requiredText(30),
      colour: z.enum(labelColours),
      archived: z.boolean().optional(),
    }),
    MOST_LABELS,
  ).optional(),
  theme: z.strictObject({
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .nullable(),
  }),
  calendar: z.strictObject({
    week: z.strictObject({
      monday: blocks,
      tuesday: blocks,
      wednesday: blocks,
      thursday: blocks,
      friday: blocks,
      saturday: blocks,
      sunday: blocks,
    }),
    /** Days on which this office alone is closed or, with blocks, open at those hours; they override all else. */
    localDays: listOf(z.strictObject({ day, name: requiredText(120), blocks: blocks.optional() }), 100),
    /** Years whose holidays the office entered itself, in place of those that the service knows. */
    holidayYears: listOf(holidayYear, 10),
  }),
  /**
   * How long each step may take. A change makes a new version; cases keep the one that held when they were
   * received.
   */
  rules,
  rulePacks: z
    .array(rules.extend({ id: z.string().max(60), from: instant.nullable() }))
    .readonly()
    .optional()
    .openapi({ readOnly: true, description: 'Every version, oldest first. Not changed by writing it.' }),
  decreedYears: z
    .array(holidayYear)
    .readonly()
    .optional()
    .openapi({ readOnly: true, description: 'Holidays that the service knows. Not changed by writing it.' }),
  /** How long ended cases are kept: years in active use, years in the archive, and what follows. */
  retention: z.strictObject({
    basis: requiredText(200),
    standard: z.strictObject(retentionTerms),
    /** Other terms for a category, an ending or both; `null` means any. */
    exceptions: listOf(
      z.strictObject({
        category: z.string().max(60).nullable(),
        ending: z.enum(endings).nullable(),
        ...retentionTerms,
      }),
      60,
    ),
    /** After how many years the identity may be erased; `null` means not before the record. */
    identityYears: z.int().min(1).max(100).nullable(),
  }),
  notices: z.strictObject({
    /** A notice without a report of delivery after this many hours goes to the reporter's next channel. */
    deliveredWithinHours: z.int().min(1).max(168),
    /** How many working days before a date staff are alerted; the default is one. */
    nearWorkingDays: z.int().min(1).max(10).optional(),
    /** How many working days after a missed date the superior of the head is alerted. */
    escalateWorkingDays: z.int().min(1).max(30).optional(),
    /** Templates that WhatsApp approved for the office. */
    whatsappTemplates: listOf(whatsappTemplate, 60),
  }),
  letters: letterSettings,
})
export type TenantSettingsView = Shown<typeof tenantSettings>

const calendarSettings = tenantSettings.shape.calendar

/** Shows what a calendar would change, before it is saved. */
export const previewRequest = strictObject('CalendarPreviewRequest', {
  timeZone: tenantSettings.shape.timeZone,
  calendar: calendarSettings,
})

export const calendarPreview = object('CalendarPreview', {
  /** Days that become closed, or open at these hours; from today on, the first hundred. */
  days: z.array(z.object({ day, name: z.string().nullable(), open: z.array(z.tuple([z.string(), z.string()])) })),
  /** The weekly hours or the time zone change. */
  everyWeek: z.boolean(),
  /** Open cases with at least one date that moves. */
  movedCases: z.int(),
})
export type CalendarPreview = Shown<typeof calendarPreview>

/** The text of an .ics file; it must be UTF-8. */
export const readHolidaysRequest = strictObject('ReadHolidays', { text: z.string().max(120_000) })

export const readHolidays = object('HolidaysRead', {
  days: z.array(holiday),
  /** Events that do not last whole days of a year, and why. */
  leftOut: z.array(
    z.object({
      name: z.string(),
      reason: z.enum(['repeats', 'has-time', 'too-long', 'no-date', 'out-of-range', 'cancelled']),
    }),
  ),
})
export type ReadHolidaysView = Shown<typeof readHolidays>

export const mailboxView = object('Mailbox', {
  items: z.array(z.object({ id: z.string(), at: z.string(), subject: z.string(), text: z.string() })),
  nextCursor: z.string().nullable(),
})
export type MailboxView = Shown<typeof mailboxView>
