import { z } from '@hono/zod-openapi'
import { checkableChannels, noticeChannels, shownNoticeStates } from '../offices/notice-vocabulary.ts'
import { dataRequestKinds, intakeChannels, statementNames } from '../offices/vocabulary.ts'
import {
  email,
  instant,
  noticeChannel,
  object,
  opaqueId,
  optionalText,
  phone,
  requiredText,
  revision,
  strictObject,
  textLimits,
} from './fields.ts'
import { answeredQuestion } from './questions.ts'
import type { Shown } from './shown.ts'
import { shownFacts } from './story.ts'

/** A field that is left out stays; `null` removes it. */
export const identityCorrection = strictObject('IdentityCorrection', {
  name: requiredText(textLimits.name).optional(),
  address: requiredText(textLimits.address).nullable().optional(),
  phone: phone.nullable().optional(),
  email: email.nullable().optional(),
  onBehalfOf: requiredText(textLimits.name).nullable().optional(),
  channels: z.array(noticeChannel).max(4).optional(),
})

/** `understood` confirms that the reporter read what it means for the case. */
export const identityWithdrawal = strictObject('IdentityWithdrawal', { understood: z.literal(true) })

export const dataRequest = strictObject('DataRequestBody', {
  kind: z.enum(dataRequestKinds),
  text: requiredText(textLimits.message),
})

export const dataAnswer = strictObject('DataAnswer', {
  granted: z.boolean(),
  text: requiredText(textLimits.message),
  /** Why texts that name the reporter must stay. */
  leakReason: optionalText(textLimits.reason),
})

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

export const dataRequestView = object('DataRequest', { ...asked, text: z.string(), answer: answered.nullable() })
export type DataRequestView = Shown<typeof dataRequestView>

/** What was written is `null` for staff who do not answer such requests. */
export const caseDataRequest = object('CaseDataRequest', {
  ...asked,
  text: z.string().nullable(),
  answer: answered.extend({ text: z.string().nullable() }).nullable(),
})

/** The nearest date comes first. */
export const dataRequestList = object('DataRequestList', {
  items: z.array(z.object({ number: z.string(), subject: z.string(), ...asked })),
})
export type DataRequestList = Shown<typeof dataRequestList>

export const contactCodeRequest = strictObject('ContactCodeRequest', { channel: z.enum(checkableChannels) })

export const contactConfirmation = strictObject('ContactConfirmation', {
  channel: z.enum(checkableChannels),
  /** Spaces around it are accepted, because people copy it so. */
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
})

/** Where notices go, and whether they are known to reach the reporter. */
export const contactView = object('ReporterContact', {
  channel: z.enum(checkableChannels),
  label: z.string(),
  state: z.enum(['unchecked', 'awaited', 'confirmed']),
  /** When the code that was sent expires. */
  until: instant.nullable(),
  triesLeft: z.int().nullable(),
  confirmedAt: instant.nullable(),
})
export type ContactView = Shown<typeof contactView>

export const rightsView = object('ReporterRights', {
  identityGiven: z.boolean(),
  /** What withdrawing the identity means for this complaint, as a sentence. */
  withdrawalMeaning: z.string(),
  /** Confirming a contact is offered, never required. */
  contacts: z.array(contactView),
  requests: z.array(dataRequestView),
})

/** Which statements were made at filing, and on which version of the office's texts. */
export const consentView = z.object({
  at: instant,
  statements: z.array(z.enum(statementNames)),
  version: z.int(),
  /** SHA-256 in hex of procedure and privacy notice in the language of the complaint. */
  sha256: z.string(),
})

/** Fields that the copy of a reporter's own data has besides those of the complaint view. */
export const ownDataParts = {
  /** What was declared at filing, with the procedure and the privacy notice as they were then. */
  consent: consentView.extend({ text: z.string().nullable() }).nullable(),
  office: z.string(),
  madeAt: instant,
  channel: z.enum(intakeChannels),
  channelLabel: z.string(),
  privacyLabel: z.string(),
  /** The identity as given; `null` if there is none. */
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
  ...shownFacts,
  answers: z.array(answeredQuestion),
  objection: z.object({ at: instant, text: z.string() }).nullable(),
  rating: z.object({ stars: z.int(), solved: z.boolean(), text: z.string().nullable() }).nullable(),
  notices: z.array(
    z.object({
      at: instant,
      label: z.string(),
      state: z.enum(shownNoticeStates),
      /** What was really done with it, as people read it. */
      words: z.string(),
      channel: z.enum(noticeChannels).nullable(),
    }),
  ),
}

const staff = z.array(opaqueId).max(20)
const person = z.object({ id: z.string(), name: z.string(), position: z.string() })

/** The staff whom a complaint concerns; an empty list lifts the guard. */
export const guardRequest = strictObject('GuardRequest', {
  revision,
  staff,
  because: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})

/** `visible` is false when the case is now kept from the caller, too. */
export const guardedCase = object('GuardedCase', { number: z.string(), visible: z.boolean() })

export const guardPreviewRequest = strictObject('GuardPreviewRequest', { staff })

export const guardPreview = object('GuardPreview', {
  /** These and all under them would lose the case. */
  keptFrom: z.array(person),
  /** The person who would handle it instead. */
  steward: person.nullable(),
  /** Nobody could read it any more. */
  unread: z.boolean(),
  /** It is false when the caller would lose it, too. */
  visible: z.boolean(),
})
export type GuardPreview = Shown<typeof guardPreview>

export const guardCandidates = object('GuardCandidates', {
  items: z.array(
    person.extend({
      /** The case is kept from them because it concerns them, not because it concerns a superior. */
      concerned: z.boolean(),
      /** The complaint's text names them. */
      named: z.boolean(),
      /** The case is kept from them until somebody decides whether they are meant. */
      candidate: z.boolean(),
    }),
  ),
})
export type GuardCandidates = Shown<typeof guardCandidates>

/** It is open to one person for one case and a limited time. */
export const openedIdentityView = object('OpenedIdentity', {
  name: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  /** The signature given at the counter, as an SVG file; its SHA-256 stands on the receipt. */
  signature: z.string().nullable(),
  /** A custodian's browser opens it; the other fields then hold only the contact that was left open. */
  sealed: z.object({ envelope: z.string(), context: z.string() }).nullable(),
  until: instant,
})
export type OpenedIdentityView = Shown<typeof openedIdentityView>

/** The oldest comes first. */
export const identityRequestList = object('IdentityRequestList', {
  items: z.array(
    z.object({ number: z.string(), at: instant, by: z.string(), groundLabel: z.string(), reason: z.string() }),
  ),
})
export type IdentityRequestList = Shown<typeof identityRequestList>

/** It is shown once to the officer who asked for it. */
export const renewedCodeView = object('RenewedCode', { number: z.string(), trackingCode: z.string() })

/** Numbers of the cases of one reporter. */
export const foundNumbers = object('FoundNumbers', { numbers: z.array(z.string()) })
