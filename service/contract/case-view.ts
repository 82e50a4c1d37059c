import { z } from '@hono/zod-openapi'
import {
  checkableChannels,
  complaintClasses,
  completionItems,
  dispatchInstructions,
  intakeChannels,
  noticeChannels,
  noticeStates,
  privacyChoices,
  scanStates,
  statuses,
  unsignedReasons,
} from '../complaints/vocabulary.ts'
import {
  answerView,
  clockView,
  completionView,
  declineView,
  delayView,
  evidenceView,
  forwardedView,
  historyLineView,
  messageView,
} from './complaint-view.ts'
import { instant } from './fields.ts'
import { caseDataRequest } from './own-data.ts'
import { toldAnswer } from './questions.ts'
import { caseRetention, destroyedCaseView } from './retention.ts'

const person = z.object({ id: z.string(), name: z.string(), position: z.string() })

/** A line of the register. */
export const caseLine = z
  .object({
    number: z.string(),
    status: z.enum(statuses),
    category: z.string(),
    categoryLabel: z.string(),
    class: z.enum(complaintClasses),
    privacy: z.enum(privacyChoices),
    channel: z.enum(intakeChannels),
    receivedAt: instant,
    subject: z.string(),
    handler: person.nullable(),
    destroyed: z.boolean(),
    /** Its number in the national channel. */
    laporId: z.string().nullable(),
    /** It comes from the unit's own old register. */
    fromBook: z.boolean(),
    /** The unit before which it lies and which has not taken it. */
    offeredTo: z.string().nullable(),
    /** The nearest running clock. */
    dueAt: instant.nullable(),
    overdue: z.boolean(),
  })
  .openapi('CaseLine')
export type CaseLine = z.infer<typeof caseLine>

/** A case that cannot be opened: what lies readable beside its seal, of which nothing is proven. */
export const sealedWrongLine = z
  .object({
    number: z.string(),
    status: z.enum(statuses),
    code: z.literal('case/sealed-wrong'),
    /** The sentence for the code. */
    detail: z.string(),
  })
  .openapi('SealedWrongLine')
export type SealedWrongLine = z.infer<typeof sealedWrongLine>

export const caseRegister = z
  .object({
    items: z.array(caseLine),
    nextCursor: z.string().nullable(),
    /** How many items at the end of the page have only some of the words that were looked for. */
    partial: z.int(),
    /** Cases per status in the whole unit, whatever the filter. */
    counts: z.partialRecord(z.enum(statuses), z.int()),
    /** Cases of this page that cannot be opened: their seal is damaged, or was changed in the store. */
    sealedWrong: z.array(sealedWrongLine),
  })
  .openapi('CaseRegister')
export type CaseRegister = z.infer<typeof caseRegister>

/** Cases that may be about the same matter, the likeliest first. */
export const similarCases = z
  .object({
    items: z.array(
      caseLine.extend({
        /** How many telling words both have. */
        shared: z.int(),
        /** They happened, or came in, within a week. */
        nearDate: z.boolean(),
      }),
    ),
  })
  .openapi('SimilarCases')
export type SimilarCases = z.infer<typeof similarCases>

/** Cases that are joined to one. */
export const joinedCases = z
  .object({
    items: z.array(
      caseLine.extend({
        /** Since when a message of its reporter waits for a reply. */
        waitsSince: instant.nullable(),
      }),
    ),
  })
  .openapi('JoinedCases')
export type JoinedCases = z.infer<typeof joinedCases>

export const noticeView = z
  .object({
    id: z.string(),
    event: z.string(),
    label: z.string(),
    state: z.enum(noticeStates),
    channel: z.enum(noticeChannels).nullable(),
    nextTryAt: instant.nullable(),
    /** It can be sent by letter instead. */
    mayLetter: z.boolean(),
    attempts: z.array(
      z.object({
        at: instant,
        channel: z.enum(noticeChannels),
        outcome: z.string(),
        /** What the provider told later; `overdue`: nothing in the unit's hours. */
        report: z.enum(['delivered', 'read', 'failed', 'overdue']).nullable(),
        explanation: z.string(),
      }),
    ),
  })
  .openapi('Notice')
export type NoticeView = z.infer<typeof noticeView>

/** Acts of staff: the verbs of `POST …/cases/{number}/{verb}`. */
export const staffActs = [
  'verify',
  'ask-for-completion',
  'dispatch',
  'message',
  'note',
  'propose-answer',
  'return-answer',
  'answer',
  'decline',
  'forward',
  'recall-forward',
  'add-reference',
  'merge',
  'unmerge',
  'close',
  'decide-objection',
  'pause',
  'resume',
  'extend',
  'explain-delay',
] as const
export type StaffAct = (typeof staffActs)[number]

/** A file of a case, what the malware scanner made of it, and what the viewer can have of it. */
export const caseEvidenceView = evidenceView
  .extend({
    /** How the viewer can look at it in place: drawn anew, or played; `null`: not at all. */
    shown: z.enum(['picture', 'pages', 'sound', 'film']).nullable(),
    /** What a download gives; `null`: nothing without a reason. */
    download: z.enum(['original', 'marked_copy']).nullable(),
    /** The viewer can have the original, with a reason. */
    mayTakeOriginal: z.boolean(),
    scan: z.enum(scanStates),
    /** What was found, in the scanner's words. */
    signature: z.string().nullable(),
  })
  .openapi('CaseEvidence')
export type CaseEvidenceView = z.infer<typeof caseEvidenceView>

/** A disposition slip: the first assignment is that of who leads. */
const dispositionView = z
  .object({
    id: z.string(),
    at: instant,
    by: z.string(),
    assignments: z.array(
      z.object({
        name: z.string(),
        position: z.string(),
        instructions: z.array(z.enum(dispatchInstructions)),
        text: z.string().nullable(),
        dueOn: z.string().nullable(),
        done: z.object({ at: instant, text: z.string() }).nullable(),
        /** It is the viewer's, who can tell what they did. */
        own: z.boolean(),
      }),
    ),
  })
  .openapi('Disposition')
export type DispositionView = z.infer<typeof dispositionView>

/** A case as staff see it, on one screen. The identity is masked; opening it is an act of its own. */
export const caseView = z
  .object({
    number: z.string(),
    revision: z.int(),
    status: z.enum(statuses),
    statusLabel: z.string(),
    category: z.object({ code: z.string(), label: z.string() }),
    class: z.enum(complaintClasses),
    privacy: z.enum(privacyChoices),
    channel: z.enum(intakeChannels),
    receivedAt: instant,
    receivedBy: z.string(),
    place: z.string().nullable(),
    subject: z.string(),
    chronology: z.string(),
    occurredAt: z.string().nullable(),
    occurredPlace: z.string().nullable(),
    reportedPerson: z.string().nullable(),
    requestedRemedy: z.string().nullable(),
    /** What the category asked besides. */
    answers: z.array(toldAnswer),
    /** How the reporter confirmed at the counter what was read back to them. */
    signing: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('signed'), sha256: z.string() }),
        z.object({ kind: z.literal('witnessed'), because: z.enum(unsignedReasons), witness: z.string() }),
      ])
      .nullable(),
    identity: z.object({
      given: z.boolean(),
      /** Enough to recognise, not to know: `S… C…`, `…00`. `null` for confidential and anonymous complaints. */
      masked: z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
      /** The unit's key to which the reporter's browser sealed it: the service cannot open it, nor compare words with it. */
      sealedTo: z.string().nullable(),
      /** Contacts that the reporter confirmed by a code. */
      confirmed: z.array(z.enum(checkableChannels)),
      mayOpen: z.boolean(),
      /** A confidential identity takes a custodian's yes first. */
      mayAsk: z.boolean(),
      mayDecide: z.boolean(),
      /** Also those that lie on older pages. */
      openedTimes: z.int(),
      openings: z.array(
        z.object({ at: instant, by: z.string(), role: z.string(), groundLabel: z.string(), reason: z.string() }),
      ),
      requests: z.array(
        z.object({
          id: z.string(),
          at: instant,
          by: z.string(),
          /** True for the viewer's own request, which somebody else decides. */
          own: z.boolean(),
          groundLabel: z.string(),
          reason: z.string(),
          decision: z.object({ at: instant, by: z.string(), granted: z.boolean(), because: z.string() }).nullable(),
        }),
      ),
    }),
    dataRequests: z.array(caseDataRequest),
    mayAnswerDataRequests: z.boolean(),
    handler: person.nullable(),
    /** Staff from whom the case is kept, and who handles it instead. */
    guard: z.object({ concerns: z.array(person), steward: person.nullable() }).nullable(),
    mayGuard: z.boolean(),
    /** Staff whom the complaint names and who can still read it, for whoever may keep it from them. */
    namedStaff: z.array(person),
    /** How long it is kept, once it ended. */
    retention: caseRetention.nullable(),
    /** The legal hold that keeps it from being destroyed. */
    hold: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
    mayHold: z.boolean(),
    /** Set once it was destroyed; then nothing else is left but number, category, dates and status. */
    destroyed: destroyedCaseView.nullable(),
    instruction: z.string().nullable(),
    /** The slips by which it was dispatched, newest first. */
    dispositions: z.array(dispositionView),
    clocks: z.array(clockView),
    history: z.array(historyLineView),
    messages: z.array(messageView),
    notes: z.array(z.object({ at: instant, by: z.string(), text: z.string(), mentions: z.array(z.string()) })),
    evidence: z.array(caseEvidenceView),
    notices: z.array(noticeView),
    /** Names the page of history, messages, notes, notices and openings before these, at `…/older/{page}`; `null`: none. */
    older: z.string().nullable(),
    /** The viewer can have undelivered ones tried anew, or leave them to the reporter's page. */
    maySettleNotices: z.boolean(),
    completion: completionView.nullable(),
    /** How the reporter can be asked to complete, in the language of the case; `null` where nobody asks now. */
    coach: z
      .object({
        lead: z.string(),
        items: z.array(z.object({ item: z.enum(completionItems), sentence: z.string(), lacking: z.boolean() })),
      })
      .nullable(),
    delay: delayView.nullable(),
    grounded: z.object({ at: instant, wellFounded: z.boolean(), because: z.string() }).nullable(),
    /** True where `verify` must bring the decision on a complaint without identity. */
    needsGroundedDecision: z.boolean(),
    proposal: answerView.nullable(),
    answer: answerView.nullable(),
    objection: z.object({ at: instant, text: z.string() }).nullable(),
    declined: declineView.nullable(),
    forwarded: forwardedView.nullable(),
    /** The case to which this one is joined. `answered`: its reporter was told the answer, so it stays joined. */
    merged: z.object({ into: z.string(), at: instant, by: z.string(), answered: z.boolean() }).nullable(),
    /** How many cases are joined to this one. */
    joined: z.int(),
    /** Its number in the national channel, and who wrote it down. */
    lapor: z.object({ id: z.string(), at: instant, by: z.string() }).nullable(),
    /** The viewer enters cases there. */
    mayNoteLapor: z.boolean(),
    /** It lies before another unit, which has not taken it. */
    offer: z.object({ office: z.string(), since: instant, reason: z.string() }).nullable(),
    /** The unit from which it was taken over, and its number there. */
    cameFrom: z.object({ office: z.string(), number: z.string() }).nullable(),
    /** What the unit's own old register says of it; it has no receipt and no code. */
    fromBook: z
      .object({
        /** Number of the import, and the row of its file. */
        import: z.int(),
        row: z.int(),
        oldNumber: z.string().nullable(),
        /** As it is written there. */
        status: z.string().nullable(),
        answer: z.string().nullable(),
        closedAt: instant.nullable(),
      })
      .nullable(),
    rating: z.object({ stars: z.int(), solved: z.boolean(), text: z.string().nullable() }).nullable(),
    acts: z.array(z.enum(staffActs)),
    /** By how many days at once handling can be extended now. */
    mostDaysToExtend: z.int().nullable(),
  })
  .openapi('Case')
export type CaseView = z.infer<typeof caseView>

/** What was written and done before what a case shows first, the oldest first. */
export const olderCaseView = caseView
  .pick({ history: true, messages: true, notes: true, notices: true, older: true })
  .extend({ openings: caseView.shape.identity.shape.openings })
  .openapi('OlderCasePage')
export type OlderCaseView = z.infer<typeof olderCaseView>

/** The identity, opened for one person and one case, for a limited time. */
export const openedIdentityView = z
  .object({
    name: z.string().nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    /** The signature given at the counter, as an SVG file; its SHA-256 stands on the receipt. */
    signature: z.string().nullable(),
    /** For a custodian's browser to open; what else is here is the contact that was left open. */
    sealed: z.object({ envelope: z.string(), context: z.string() }).nullable(),
    until: instant,
  })
  .openapi('OpenedIdentity')
export type OpenedIdentityView = z.infer<typeof openedIdentityView>

/** Requests that wait for a custodian, oldest first. */
export const identityRequestList = z
  .object({
    items: z.array(
      z.object({ number: z.string(), at: instant, by: z.string(), groundLabel: z.string(), reason: z.string() }),
    ),
  })
  .openapi('IdentityRequestList')
export type IdentityRequestList = z.infer<typeof identityRequestList>
