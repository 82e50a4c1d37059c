import { z } from '@hono/zod-openapi'
import {
  alertKinds,
  alertWays,
  attemptReasons,
  ignoreReasons,
  inboundChannels,
  noticeChannels,
  noticeStandings,
  noticeStates,
} from '../offices/notice-vocabulary.ts'
import { fileRefusals, roles } from '../offices/vocabulary.ts'
import { intakeRequest } from './complaint-request.ts'
import { receiptView } from './complaint-view.ts'
import {
  instant,
  language,
  object,
  opaqueId,
  phone,
  requiredText,
  strictObject,
  textLimits,
  timeOfDay,
} from './fields.ts'
import type { Shown } from './shown.ts'

export const noticeView = object('Notice', {
  id: z.string(),
  event: z.string(),
  label: z.string(),
  state: z.enum(noticeStates),
  /** What was really done with it, as a code and as people read it. */
  standing: z.enum(noticeStandings),
  standingLabel: z.string(),
  channel: z.enum(noticeChannels).nullable(),
  nextTryAt: instant.nullable(),
  /** The notice can be sent by letter instead. */
  mayLetter: z.boolean(),
  attempts: z.array(
    z.object({
      at: instant,
      channel: z.enum(noticeChannels),
      outcome: z.string(),
      /** What the provider reported later; `overdue` means no report within the hours that the office set. */
      report: z.enum(['delivered', 'read', 'failed', 'overdue']).nullable(),
      explanation: z.string(),
    }),
  ),
})
export type NoticeView = Shown<typeof noticeView>

/** Cases whose reporter got a notice by no channel. */
export const undeliveredList = object('UndeliveredNotices', {
  items: z.array(
    z.object({
      number: z.string(),
      subject: z.string(),
      notices: z.array(noticeView),
      /** The viewer can retry them, or leave them to the reporter's page. */
      maySettle: z.boolean(),
    }),
  ),
  nextCursor: z.string().nullable(),
})
export type UndeliveredList = Shown<typeof undeliveredList>

export const channelList = object('NoticeChannels', {
  items: z.array(
    z.object({
      channel: z.enum(noticeChannels),
      /** It takes nothing now; notices wait or go to the reporter's next channel. */
      down: z.boolean(),
      /** No provider is set up: messages stay in this service, and nothing leaves. */
      keepsHere: z.boolean(),
      /** Why it is down or keeps its messages, as a sentence. */
      explanation: z.string().nullable(),
      nextTryAt: instant.nullable(),
      /** No delivery succeeded since then. */
      since: instant.nullable(),
      /** What the office can do. */
      advice: z.string().nullable(),
      /** How many of the viewer's cases wait for it, counted up to a hundred. */
      waiting: z.int(),
      /** Its provider reports whether messages arrive. */
      reportsDelivery: z.boolean(),
    }),
  ),
})
export type ChannelList = Shown<typeof channelList>

// It becomes part of a header, so only visible characters are allowed.
const secret = z.string().regex(/^[\x21-\x7e]{8,1000}$/)

/** `Office <box@office.example>`, or the address alone. */
const sender = /^(?:[^\p{Cc}<>"]{1,80}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u

/** `Name <address>` or an address. */
const from = z.string().max(200).regex(sender).openapi({ pattern: sender.source })

/** A name and no address: its last part begins with a letter. */
const hostName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/

/** Credentials come in only; no answer contains them. */
export const channelAccount = z
  .discriminatedUnion('channel', [
    z.discriminatedUnion('by', [
      z.strictObject({
        channel: z.literal('email'),
        by: z.literal('resend').optional(),
        apiKey: secret,
        from,
      }),
      z.strictObject({
        channel: z.literal('email'),
        by: z.literal('smtp'),
        host: z.string().trim().toLowerCase().max(253).regex(hostName),
        port: z.int().min(1).max(65_535),
        security: z.enum(['tls', 'starttls']),
        user: z.string().regex(/^[^\p{Cc}]{1,200}$/u),
        password: z.string().regex(/^[^\p{Cc}]{1,500}$/u),
        from,
      }),
    ]),
    z.strictObject({ channel: z.literal('whatsapp'), token: secret, phoneId: z.string().regex(/^\d{5,30}$/) }),
  ])
  .openapi('ChannelAccount')

export type ChannelAccount = Shown<typeof channelAccount>

export const channelAccounts = object('ChannelAccounts', {
  items: z.array(
    z.object({
      channel: z.enum(noticeChannels),
      /** The office may send under an account of its own. */
      mayOwn: z.boolean(),
      /** Something leaves here, and is not only kept in the trial outbox. */
      leaves: z.boolean(),
      /** It uses its own account since then; `null` while it uses the operator's. */
      ownSince: instant.nullable(),
    }),
  ),
})
export type ChannelAccounts = Shown<typeof channelAccounts>

export const trialRequest = z.strictObject({
  channel: z.enum(['email', 'whatsapp', 'sms']),
  /** The recipient; for e-mail it is left out, because the message goes to the person who asks. */
  phone: phone.optional(),
})
export const trialAnswer = object('ChannelTrial', {
  outcome: z.enum(['accepted', 'kept', 'failed_for_now', 'refused']),
  explanation: z.string(),
  reason: z.enum(attemptReasons).nullable(),
})
export type TrialAnswer = Shown<typeof trialAnswer>

const alertView = object('Alert', {
  id: z.string(),
  kind: z.enum(alertKinds),
  number: z.string().nullable(),
  /** The case's subject, as the reader may read it. The open line and mails never have it. */
  subject: z.string().nullable().optional(),
  /** The member of staff whose role or membership changed. */
  about: z
    .object({
      name: z.string(),
      role: z.enum(roles).optional(),
      unitRole: z.object({ id: z.string(), en: z.string() }).optional(),
      formerName: z.string().optional(),
    })
    .optional(),
  at: instant,
  /** How often it happened since it was last read. */
  times: z.int(),
  read: z.boolean(),
})

/** The newest comes first. Alerts that the reader may no longer see are left out. */
export const alertList = object('AlertList', { items: z.array(alertView), unread: z.int() })
export type AlertList = Shown<typeof alertList>

/** Marks the named alerts as read, or all that came until the given time. */
export const alertReading = z
  .union([z.strictObject({ ids: z.array(opaqueId).min(1).max(300).readonly() }), z.strictObject({ until: instant })])
  .openapi('AlertReading')

export const alertEvent = object('AlertEvent', {
  unread: z.int(),
  newest: alertView.pick({ id: true, kind: true, number: true, about: true }).nullable(),
  /** How many of the unread ones are about new complaints. */
  newCases: z.int(),
})
export type AlertEvent = Shown<typeof alertEvent>

const preferences = {
  /** The language of the e-mails. */
  language,
  ways: z.record(z.enum(alertKinds), z.enum(alertWays)),
  digestAt: timeOfDay,
  /** No alert is sent immediately in this time; it spans midnight where `to` is the earlier. */
  quiet: z.union([z.literal('outside_office_hours'), z.strictObject({ from: timeOfDay, to: timeOfDay })]),
}

export const alertPreferences = strictObject('AlertPreferences', preferences)

export const alertPreferencesView = object('OwnAlertPreferences', {
  ...preferences,
  email: z.string(),
  kinds: z.array(z.enum(alertKinds)),
  /** These kinds cannot be `off`. */
  mustHear: z.array(z.enum(alertKinds)),
  /** The result of the last e-mail; it is `null` if none was sent. */
  lastMail: z.object({ at: instant, sent: z.boolean(), explanation: z.string().nullable() }).nullable(),
})
export type AlertPreferencesView = Shown<typeof alertPreferencesView>

const shown = z.enum(['draft', 'ignored', 'discarded'])

const inboundLine = {
  id: z.string(),
  channel: z.enum(inboundChannels),
  arrivedAt: instant,
  state: shown,
  ignoredFor: z.enum(ignoreReasons).nullable(),
  discardedBecause: z.string().nullable(),
  /** When it is destroyed; `null` if only an officer destroys it. */
  forgetAt: instant.nullable(),
  /** Enough of the address or number to recognise it. */
  from: z.string().nullable(),
  fromName: z.string().nullable(),
  subject: z.string(),
}

/** Messages from outside that belong to no case. */
export const inboundList = object('InboundMessages', {
  items: z.array(z.object({ ...inboundLine, beginning: z.string(), files: z.int() })),
  nextCursor: z.string().nullable(),
})
export type InboundList = Shown<typeof inboundList>

export const inboundQuery = z.object({ state: shown.default('draft'), cursor: z.string().max(1_000).optional() })

export const inboundView = object('InboundMessage', {
  ...inboundLine,
  text: z.string(),
  /** Quoted text and signature below the message. */
  quoted: z.string(),
  files: z.array(
    z.object({ id: z.string(), name: z.string(), size: z.int(), type: z.string(), viewable: z.boolean() }),
  ),
  refused: z.array(z.object({ name: z.string(), why: z.enum(fileRefusals) })),
  /** The case that it answers but could not join, because it is over; shown only to those who may read it. */
  answers: z.string().nullable(),
  /** A case whose number the writer mentions, which proves nothing; shown only to those who may read it. */
  mentions: z.string().nullable(),
  namedStaff: z.array(z.object({ id: z.string(), name: z.string(), position: z.string() })),
  /** When the sender got an acknowledgement. */
  acknowledgedAt: instant.nullable(),
})
export type InboundView = Shown<typeof inboundView>

/** Channel and receipt are those of the message. */
export const inboundCompletion = intakeRequest
  .omit({ channel: true, receivedOn: true, letterNumber: true, draft: true })
  .extend({
    /** The reporter gets notices, number and tracking code where the message came from. */
    answersSender: z.boolean(),
  })
  .openapi('InboundCompletion')

export const inboundReceipt = receiptView
  .extend({
    /** If false, number and tracking code did not reach the reporter and must be given another way. */
    sentBack: z.boolean(),
  })
  .openapi('InboundReceipt')
export type InboundReceipt = Shown<typeof inboundReceipt>

const because = requiredText(textLimits.reason)
export const inboundAttachment = strictObject('InboundAttachment', { number: z.string().max(60), because })
export const inboundDiscard = strictObject('InboundDiscard', { because })
export const attachedTo = object('InboundAttached', { number: z.string() })
