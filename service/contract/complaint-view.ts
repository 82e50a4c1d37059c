import { z } from '@hono/zod-openapi'
import { inboundChannels } from '../offices/notice-vocabulary.ts'
import {
  completionItems,
  declineReasons,
  fileRefusals,
  outcomes,
  privacyChoices,
  statuses,
} from '../offices/vocabulary.ts'
import { identityUnsealed, reporterIdentity, sealedIdentity } from './complaint-request.ts'
import { day, instant, object, opaqueId, optionalText, requiredText, strictObject, textLimits } from './fields.ts'
import { ownDataParts, rightsView } from './identity.ts'
import { destroyedView } from './keeping.ts'
import type { Shown } from './shown.ts'

export const clockView = object('Clock', {
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
export type ClockView = Shown<typeof clockView>

/** Days in the order of the clocks of the same complaint. */
export const clockDaysView = object('ClockDays', {
  clocks: z.array(
    z.object({
      clock: z.string(),
      label: z.string(),
      days: z.array(z.object({ day, kind: z.string(), count: z.int().nullable() })),
      /** Consecutive days that were counted alike, as sentences. */
      groups: z.array(z.object({ when: z.string(), what: z.string(), kind: z.string() })),
    }),
  ),
})
export type ClockDaysView = Shown<typeof clockDaysView>

/** Only this answer, and a replay of the same request, contains the tracking code. */
export const receiptView = object('ComplaintReceipt', {
  number: z.string(),
  trackingCode: z.string(),
  receivedAt: instant,
  clocks: z.array(clockView),
  /** What happens after filing in this category, in the office's words. */
  nextSteps: z.string().optional(),
  receiptUrl: z.url(),
  followUpUrl: z.url(),
  verifyUrl: z.url(),
})
export type ReceiptView = Shown<typeof receiptView>

/** The newest explanation comes first. */
export const delayView = object('Delay', {
  clocks: z.array(z.object({ clock: z.string(), label: z.string(), dueAt: instant, newDate: instant.nullable() })),
  explanations: z.array(z.object({ at: instant, by: z.string(), reason: z.string(), newDate: instant })),
})
export type DelayView = Shown<typeof delayView>

export const historyLineView = object('HistoryLine', {
  at: instant,
  event: z.string(),
  label: z.string(),
  /** Reporters read role or position; staff also read the name. */
  by: z.string(),
  text: z.string().nullable(),
  /** It is false only for staff, on entries that the reporter does not see. */
  public: z.boolean(),
  /** For staff: the name of the series of acts of which it was one. */
  series: z.string().optional(),
  /** For staff: names in it that the unit gave in Indonesian; a page in another language marks them. */
  ownNames: z.array(z.string()).optional(),
})
export type HistoryLineView = Shown<typeof historyLineView>

/** What a message by e-mail or WhatsApp brought besides its text. */
export const inboundTraceView = object('InboundTrace', {
  channel: z.enum(inboundChannels),
  /** It came from another address or number than the reporter gave; which one is not shown. */
  otherSender: z.boolean(),
  /** Quoted text and signature below the message. */
  quoted: z.string(),
  /** Attachments that were not taken, and why. */
  refused: z.array(z.object({ name: z.string(), why: z.enum(fileRefusals) })),
})

export const messageView = object('Message', {
  id: z.string(),
  at: instant,
  from: z.enum(['reporter', 'office']),
  by: z.string(),
  text: z.string(),
  brings: z.array(z.enum(completionItems)).optional(),
  via: inboundTraceView.optional(),
})
export type MessageView = Shown<typeof messageView>

export const evidenceView = object('Evidence', {
  id: z.string(),
  name: z.string(),
  size: z.int(),
  type: z.string(),
  sha256: z.string(),
  /** The browser had computed the same SHA-256. */
  browserAgreed: z.boolean(),
  addedAt: instant,
  /** False while nobody can get it, because it contains malware or is in quarantine. */
  available: z.boolean(),
})
export type EvidenceView = Shown<typeof evidenceView>

export const answerView = object('Answer', {
  at: instant,
  outcome: z.enum(outcomes),
  outcomeLabel: z.string(),
  text: z.string(),
  by: z.string(),
})
export type AnswerView = Shown<typeof answerView>

export const completionView = object('CompletionRequest', {
  askedAt: instant,
  items: z.array(z.enum(completionItems)),
  /** Which of the items came so far. */
  brought: z.array(z.enum(completionItems)),
  text: z.string(),
  until: instant,
})
export type CompletionView = Shown<typeof completionView>

export const declineView = object('Decline', {
  at: instant,
  reason: z.enum(declineReasons),
  reasonLabel: z.string(),
  text: z.string(),
  elsewhere: z.string(),
})
export type DeclineView = Shown<typeof declineView>

/** An authority outside this service. */
export const forwardedView = object('Forwarded', {
  at: instant,
  name: z.string(),
  address: z.string().nullable(),
  sentOn: day,
  reason: z.string(),
  /** Its number there, once that is known. */
  reference: z.string().nullable(),
})
export type ForwardedView = Shown<typeof forwardedView>

export const identityAccessView = object('IdentityAccess', {
  at: instant,
  role: z.string(),
  groundLabel: z.string(),
  reason: z.string(),
})

export const reporterActs = [
  'message',
  'evidence',
  'identity',
  'withdrawal',
  'objection',
  'rating',
  'acceptance',
  'reopening',
  'transcript',
] as const

/** What the reporter answered to a transcript; `text` is their correction, or `null` where it is right. */
export const transcriptReplyView = z.object({ at: instant, text: z.string().nullable() })

export const spokenView = object('SpokenStatement', {
  /** Id of the recording among the evidence. */
  file: z.string(),
  disguised: z.boolean(),
  /** `null` until the office has written it. */
  transcript: z
    .object({ at: instant, by: z.string(), text: z.string(), reply: transcriptReplyView.nullable() })
    .nullable(),
})

/** Staff also read the transcripts that a later one replaced. */
export const caseSpokenView = spokenView.extend({ earlier: z.array(spokenView.shape.transcript.unwrap()) })

export const complaintView = object('Complaint', {
  number: z.string(),
  status: z.enum(statuses),
  statusLabel: z.string(),
  statusMeaning: z.string(),
  /** The texts of the office above and below that stay Indonesian; left out where there are none. */
  inIndonesian: z.array(z.string()).optional(),
  category: z.object({ code: z.string(), label: z.string() }),
  privacy: z.enum(privacyChoices),
  receivedAt: instant,
  subject: z.string(),
  /** A spoken statement; `null` where the story was written. */
  spoken: spokenView.nullable(),
  clocks: z.array(clockView),
  history: z.array(historyLineView),
  messages: z.array(messageView),
  /** The page of earlier history and messages, at `…/older/{page}`; `null` if there is none. */
  older: z.string().nullable(),
  /** Other matters of the same complaint, which became cases of their own; the same code opens them. */
  others: z.array(z.object({ number: z.string(), subject: z.string(), statusLabel: z.string() })),
  /** Offices that had the complaint before, and its numbers there; the first comes first. */
  earlier: z.array(z.object({ office: z.string(), number: z.string() })),
  evidence: z.array(evidenceView),
  completion: completionView.nullable(),
  /** It is set while the office is late. */
  delay: delayView.nullable(),
  /** What was asked for before the complaint counted as withdrawn; the reporter can bring it until then. */
  lapsed: completionView.nullable(),
  /** The verifier's decision on a complaint without identity, with its reason. */
  grounded: z.object({ at: instant, wellFounded: z.boolean(), because: z.string() }).nullable(),
  answer: answerView.nullable(),
  declined: declineView.nullable(),
  forwarded: forwardedView.nullable(),
  identityAccess: z.array(identityAccessView),
  /** Notices of a breach of personal data in this complaint, in the language of the request. */
  breachNotices: z.array(z.object({ at: instant, text: z.string() })),
  rating: z.object({ stars: z.int(), solved: z.boolean() }).nullable(),
  rights: rightsView,
  /** An officer saw the code, so the reporter is offered one of their own. */
  codeKnownToOffice: z.boolean(),
  /** An officer gave out the code, and it waits to come back by a contact; what to do, and what waits until then. */
  codeWaits: z.object({ at: instant, by: z.string(), text: z.string() }).nullable(),
  /** It is set once the complaint was destroyed after its retention; every text is gone then. */
  destroyed: destroyedView.nullable(),
  /** What a reporter who is unsatisfied can still do; `objection` means that they can object. */
  unsatisfied: z.object({ text: z.string(), objection: z.boolean() }).nullable(),
  /** The whole record is available as a PDF, for an authority above the office. */
  record: z.boolean(),
  acts: z.array(z.enum(reporterActs)),
  receiptUrl: z.url(),
  verifyUrl: z.url(),
})
export type ComplaintView = Shown<typeof complaintView>

/** Earlier entries than those shown first; the oldest comes first. */
export const olderComplaintView = complaintView
  .pick({ history: true, messages: true, identityAccess: true, older: true })
  .openapi('OlderPage')
export type OlderComplaintView = Shown<typeof olderComplaintView>

/** It holds all that the office keeps about the reporter in one case, but no notes among staff. */
const ownDataOfOne = complaintView
  .omit({ older: true, unsatisfied: true, record: true, acts: true, receiptUrl: true, verifyUrl: true, rating: true })
  .extend(ownDataParts)

export type OwnDataOfOne = Shown<typeof ownDataOfOne>

/** Matters that were split from the complaint, or from which it was split, have a copy of their own in it. */
export const ownDataView = ownDataOfOne.extend({ otherMatters: z.array(ownDataOfOne) }).openapi('OwnData')
export type OwnDataView = Shown<typeof ownDataView>

export const reporterMessage = strictObject('ReporterMessage', {
  text: requiredText(textLimits.message),
  /** While the office waits for completion, this message completes the complaint. */
  completes: z.boolean().default(true),
  /**
   * Which requested items it brings; the complaint is complete once all came. Without it, it brings all of them.
   */
  brings: z.array(z.enum(completionItems)).max(completionItems.length).optional(),
})

export const reporterEvidence = strictObject('ReporterEvidence', { evidence: z.array(opaqueId).min(1).max(50) })

export const withdrawalRequest = strictObject('Withdrawal', { reason: optionalText(textLimits.reason) })
export const reopeningRequest = strictObject('Reopening', { text: requiredText(textLimits.message) })
export const objectionRequest = strictObject('Objection', { text: requiredText(textLimits.message) })
export const transcriptReply = strictObject('TranscriptReply', {
  /** When the transcript that the reporter read was written. */
  transcript: instant,
  /** What it should say; left out where it is right. */
  text: requiredText(textLimits.chronology).optional(),
})
export const ownCodeRequest = strictObject('OwnCode', { code: z.string().min(20).max(40) })
export const ratingRequest = strictObject('Rating', {
  stars: z.int().min(1).max(5),
  solved: z.boolean(),
  text: optionalText(textLimits.reason),
})

/** The default is confidential, the safer choice for a reporter who hesitates. */
export const identityAddition = strictObject('IdentityAddition', {
  reporter: reporterIdentity,
  privacy: z.enum(privacyChoices).exclude(['anonymous']).default('confidential'),
  sealedIdentity: sealedIdentity.optional(),
  identityUnsealed: identityUnsealed.optional(),
})
