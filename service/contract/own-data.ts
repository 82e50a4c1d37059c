import { z } from '@hono/zod-openapi'
import {
  checkableChannels,
  dataRequestKinds,
  intakeChannels,
  noticeChannels,
  toldNoticeStates,
} from '../complaints/vocabulary.ts'
import { email, instant, noticeChannel, optionalText, phone, requiredText, textLimits } from './fields.ts'
import { toldAnswer } from './questions.ts'

/** What is corrected: left out stays as it is, `null` goes. */
export const identityCorrection = z
  .strictObject({
    name: requiredText(textLimits.name).optional(),
    address: requiredText(textLimits.address).nullable().optional(),
    phone: phone.nullable().optional(),
    email: email.nullable().optional(),
    onBehalfOf: requiredText(textLimits.name).nullable().optional(),
    channels: z.array(noticeChannel).max(4).optional(),
  })
  .openapi('IdentityCorrection')

/** `understood`: the reporter read what it means for the case. */
export const identityWithdrawal = z.strictObject({ understood: z.literal(true) }).openapi('IdentityWithdrawal')

export const dataRequest = z
  .strictObject({ kind: z.enum(dataRequestKinds), text: requiredText(textLimits.message) })
  .openapi('DataRequestBody')

export const dataAnswer = z
  .strictObject({
    granted: z.boolean(),
    text: requiredText(textLimits.message),
    /** Why words that name the reporter must stay. */
    leakReason: optionalText(textLimits.reason),
  })
  .openapi('DataAnswer')

const answered = z.object({ at: instant, by: z.string(), granted: z.boolean(), text: z.string() })

const asked = {
  id: z.string(),
  at: instant,
  kind: z.enum(dataRequestKinds),
  kindLabel: z.string(),
  dueAt: instant,
  overdue: z.boolean(),
  /** How the date was counted. */
  explanation: z.string(),
}

/** A request as its reporter sees it. */
export const dataRequestView = z
  .object({ ...asked, text: z.string(), answer: answered.nullable() })
  .openapi('DataRequest')
export type DataRequestView = z.infer<typeof dataRequestView>

/** The same on the case page: what was written is `null` for whoever does not answer such requests. */
export const caseDataRequest = z
  .object({
    ...asked,
    text: z.string().nullable(),
    answer: answered.extend({ text: z.string().nullable() }).nullable(),
  })
  .openapi('CaseDataRequest')

/** Requests that wait in the unit, the nearest due first. */
export const dataRequestList = z
  .object({ items: z.array(z.object({ number: z.string(), subject: z.string(), ...asked })) })
  .openapi('DataRequestList')
export type DataRequestList = z.infer<typeof dataRequestList>

/** Asks for a code on one of the reporter's channels. */
export const contactCodeRequest = z.strictObject({ channel: z.enum(checkableChannels) }).openapi('ContactCodeRequest')

export const contactConfirmation = z
  .strictObject({
    channel: z.enum(checkableChannels),
    /** People copy it with spaces around. */
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  })
  .openapi('ContactConfirmation')

/** Where the office's news goes, and whether it is known to reach the reporter. */
export const contactView = z
  .object({
    channel: z.enum(checkableChannels),
    label: z.string(),
    state: z.enum(['unchecked', 'awaited', 'confirmed']),
    /** Until when a code that was sent is good. */
    until: instant.nullable(),
    triesLeft: z.int().nullable(),
    confirmedAt: instant.nullable(),
  })
  .openapi('ReporterContact')
export type ContactView = z.infer<typeof contactView>

/** What the reporter can do about their own data, on the page of the complaint. */
export const rightsView = z
  .object({
    identityGiven: z.boolean(),
    /** What withdrawing the identity means for this complaint, in a sentence. */
    withdrawalMeaning: z.string(),
    /** Confirming one is offered, never required. */
    contacts: z.array(contactView),
    requests: z.array(dataRequestView),
  })
  .openapi('ReporterRights')

/** What the copy of a reporter's own data has beyond the complaint as they follow it. */
export const ownDataParts = {
  office: z.string(),
  madeAt: instant,
  channel: z.enum(intakeChannels),
  channelLabel: z.string(),
  privacyLabel: z.string(),
  /** As it was given; `null` where there is none. */
  reporter: z
    .object({
      name: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      onBehalfOf: z.string().nullable(),
      /** All but the contact was sealed in the reporter's browser, and is not readable here. */
      sealed: z.boolean(),
      /** The signature given at the counter, as an SVG file. */
      signature: z.string().nullable(),
    })
    .nullable(),
  noticeChannels: z.array(z.enum(noticeChannels)),
  chronology: z.string(),
  occurredAt: z.string().nullable(),
  occurredPlace: z.string().nullable(),
  reportedPerson: z.string().nullable(),
  requestedRemedy: z.string().nullable(),
  /** What the category asked besides. */
  answers: z.array(toldAnswer),
  objection: z.object({ at: instant, text: z.string() }).nullable(),
  rating: z.object({ stars: z.int(), solved: z.boolean(), text: z.string().nullable() }).nullable(),
  notices: z.array(
    z.object({
      at: instant,
      label: z.string(),
      state: z.enum(toldNoticeStates),
      channel: z.enum(noticeChannels).nullable(),
    }),
  ),
}
