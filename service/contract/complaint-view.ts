import { z } from '@hono/zod-openapi'
import {
  completionItems,
  declineReasons,
  fileRefusals,
  inboundChannels,
  outcomes,
  privacyChoices,
  statuses,
} from '../complaints/vocabulary.ts'
import { identityUnsealed, reporterIdentity, sealedIdentity } from './complaint-request.ts'
import { day, instant, opaqueId, optionalText, requiredText, textLimits } from './fields.ts'
import { ownDataParts, rightsView } from './own-data.ts'
import { destroyedView } from './retention.ts'

/** A clock as people see it: its date, and how that date was counted. */
export const clockView = z
  .object({
    clock: z.string(),
    label: z.string(),
    startedAt: instant,
    dueAt: instant,
    stoppedAt: instant.nullable(),
    pausedAt: instant.nullable(),
    overdue: z.boolean(),
    explanation: z.string(),
    /** The article that sets the amount, or that it is a service target. */
    basis: z.string(),
  })
  .openapi('Clock')
export type ClockView = z.infer<typeof clockView>

/** How each date was counted, day by day; in the order of the clocks of the same complaint. */
export const clockDaysView = z
  .object({
    clocks: z.array(
      z.object({
        clock: z.string(),
        label: z.string(),
        days: z.array(z.object({ day, kind: z.string(), count: z.int().nullable() })),
        /** Days in a row that were treated alike, in words. */
        groups: z.array(z.object({ when: z.string(), what: z.string(), kind: z.string() })),
      }),
    ),
  })
  .openapi('ClockDays')
export type ClockDaysView = z.infer<typeof clockDaysView>

/** The answer to a filing. The tracking code is told here, on a replay of the same request, and never again. */
export const receiptView = z
  .object({
    number: z.string(),
    trackingCode: z.string(),
    receivedAt: instant,
    clocks: z.array(clockView),
    receiptUrl: z.url(),
    followUpUrl: z.url(),
    verifyUrl: z.url(),
  })
  .openapi('ComplaintReceipt')
export type ReceiptView = z.infer<typeof receiptView>

/** What is late, until when it is promised now, and why, in the words of a person; newest explanation first. */
export const delayView = z
  .object({
    clocks: z.array(z.object({ clock: z.string(), label: z.string(), dueAt: instant, newDate: instant.nullable() })),
    explanations: z.array(z.object({ at: instant, by: z.string(), reason: z.string(), newDate: instant })),
  })
  .openapi('Delay')
export type DelayView = z.infer<typeof delayView>

/** One line of history: what happened, who did it by role, and the words that go with it. */
export const historyLineView = z
  .object({
    at: instant,
    event: z.string(),
    label: z.string(),
    /** Role or position for the reporter; for staff also the name. */
    by: z.string(),
    text: z.string().nullable(),
    /** False only in the staff's view: the reporter does not see this line. */
    public: z.boolean(),
  })
  .openapi('HistoryLine')
export type HistoryLineView = z.infer<typeof historyLineView>

/** What came with a message by e-mail or WhatsApp besides its words. */
export const inboundTraceView = z
  .object({
    channel: z.enum(inboundChannels),
    /** It was not sent from the address or number that the reporter gave. Which one it was is not told. */
    otherSender: z.boolean(),
    /** What stands below the words: what they answer, a signature. */
    quoted: z.string(),
    /** What was attached and not taken, and why. */
    refused: z.array(z.object({ name: z.string(), why: z.enum(fileRefusals) })),
  })
  .openapi('InboundTrace')

export const messageView = z
  .object({
    id: z.string(),
    at: instant,
    from: z.enum(['reporter', 'office']),
    by: z.string(),
    text: z.string(),
    /** What of the things asked for it brings. */
    brings: z.array(z.enum(completionItems)).optional(),
    via: inboundTraceView.optional(),
  })
  .openapi('Message')
export type MessageView = z.infer<typeof messageView>

export const evidenceView = z
  .object({
    id: z.string(),
    name: z.string(),
    size: z.int(),
    type: z.string(),
    sha256: z.string(),
    /** The browser that sent it had counted the same SHA-256. */
    browserAgreed: z.boolean(),
    addedAt: instant,
    /** False: nobody is given it now, because malware was found in it or because it waits in quarantine. */
    available: z.boolean(),
  })
  .openapi('Evidence')
export type EvidenceView = z.infer<typeof evidenceView>

export const answerView = z
  .object({ at: instant, outcome: z.enum(outcomes), outcomeLabel: z.string(), text: z.string(), by: z.string() })
  .openapi('Answer')
export type AnswerView = z.infer<typeof answerView>

export const completionView = z
  .object({
    askedAt: instant,
    items: z.array(z.enum(completionItems)),
    /** What came of them so far. */
    brought: z.array(z.enum(completionItems)),
    text: z.string(),
    until: instant,
  })
  .openapi('CompletionRequest')
export type CompletionView = z.infer<typeof completionView>

export const declineView = z
  .object({
    at: instant,
    reason: z.enum(declineReasons),
    reasonLabel: z.string(),
    text: z.string(),
    elsewhere: z.string(),
  })
  .openapi('Decline')
export type DeclineView = z.infer<typeof declineView>

/** Where a complaint went, outside this service. */
export const forwardedView = z
  .object({
    at: instant,
    name: z.string(),
    address: z.string().nullable(),
    sentOn: day,
    reason: z.string(),
    /** Under which it is kept there, once that is known. */
    reference: z.string().nullable(),
  })
  .openapi('Forwarded')
export type ForwardedView = z.infer<typeof forwardedView>

export const identityAccessView = z
  .object({ at: instant, role: z.string(), groundLabel: z.string(), reason: z.string() })
  .openapi('IdentityAccess')

/** What a reporter can do now. */
export const reporterActs = [
  'message',
  'evidence',
  'identity',
  'withdrawal',
  'objection',
  'rating',
  'acceptance',
  'reopening',
] as const

/** A complaint as its reporter follows it. */
export const complaintView = z
  .object({
    number: z.string(),
    status: z.enum(statuses),
    statusLabel: z.string(),
    statusMeaning: z.string(),
    category: z.object({ code: z.string(), label: z.string() }),
    privacy: z.enum(privacyChoices),
    receivedAt: instant,
    subject: z.string(),
    clocks: z.array(clockView),
    history: z.array(historyLineView),
    messages: z.array(messageView),
    /** Names the page of history and messages before these, at `…/older/{page}`; `null`: there are none. */
    older: z.string().nullable(),
    /** Units that had the complaint before, and its numbers there; the first one first. */
    earlier: z.array(z.object({ office: z.string(), number: z.string() })),
    evidence: z.array(evidenceView),
    completion: completionView.nullable(),
    /** Set while something of the office's is late. */
    delay: delayView.nullable(),
    /** What was asked for before it was taken as withdrawn; the reporter can bring it until then. */
    lapsed: completionView.nullable(),
    /** The verifier's decision on a complaint without identity, with its reason. */
    grounded: z.object({ at: instant, wellFounded: z.boolean(), because: z.string() }).nullable(),
    answer: answerView.nullable(),
    declined: declineView.nullable(),
    forwarded: forwardedView.nullable(),
    identityAccess: z.array(identityAccessView),
    /** Notices that personal data in this complaint came to light, in the language of the request. */
    breachNotices: z.array(z.object({ at: instant, text: z.string() })),
    rating: z.object({ stars: z.int(), solved: z.boolean() }).nullable(),
    rights: rightsView,
    /** Set once the time of the case was over and it was destroyed; then nothing that was written is left. */
    destroyed: destroyedView.nullable(),
    /** What is still open to a reporter who said that it is not solved or was handled badly; `objection`: they can object. */
    unsatisfied: z.object({ text: z.string(), objection: z.boolean() }).nullable(),
    /** The whole record can be fetched as a PDF, to take to who stands above the office. */
    record: z.boolean(),
    acts: z.array(z.enum(reporterActs)),
    receiptUrl: z.url(),
    verifyUrl: z.url(),
  })
  .openapi('Complaint')
export type ComplaintView = z.infer<typeof complaintView>

/** History, messages and openings of the identity from before those that are shown first, the oldest first. */
export const olderComplaintView = complaintView
  .pick({ history: true, messages: true, identityAccess: true, older: true })
  .openapi('OlderPage')
export type OlderComplaintView = z.infer<typeof olderComplaintView>

/** All that the office keeps about a reporter, as the reporter may have it: no notes among staff. */
export const ownDataView = complaintView
  .omit({ older: true, unsatisfied: true, record: true, acts: true, receiptUrl: true, verifyUrl: true, rating: true })
  .extend(ownDataParts)
  .openapi('OwnData')
export type OwnDataView = z.infer<typeof ownDataView>

export const reporterMessage = z
  .strictObject({
    text: requiredText(textLimits.message),
    /** While the office waits for completion: this message completes the complaint. */
    completes: z.boolean().default(true),
    /** What of the things asked for it brings: the complaint is complete once all have come. Left out: all of them. */
    brings: z.array(z.enum(completionItems)).max(completionItems.length).optional(),
  })
  .openapi('ReporterMessage')

/** Evidence that was uploaded before joins the complaint. */
export const reporterEvidence = z
  .strictObject({ evidence: z.array(opaqueId).min(1).max(50) })
  .openapi('ReporterEvidence')

export const withdrawalRequest = z.strictObject({ reason: optionalText(textLimits.reason) }).openapi('Withdrawal')
export const reopeningRequest = z.strictObject({ text: requiredText(textLimits.message) }).openapi('Reopening')
export const objectionRequest = z.strictObject({ text: requiredText(textLimits.message) }).openapi('Objection')
export const ratingRequest = z
  .strictObject({ stars: z.int().min(1).max(5), solved: z.boolean(), text: optionalText(textLimits.reason) })
  .openapi('Rating')

/** Confidential unless the reporter chooses otherwise: the safer of the two for who thought twice. */
export const identityAddition = z
  .strictObject({
    reporter: reporterIdentity,
    privacy: z.enum(privacyChoices).exclude(['anonymous']).default('confidential'),
    sealedIdentity: sealedIdentity.optional(),
    identityUnsealed: identityUnsealed.optional(),
  })
  .openapi('IdentityAddition')
