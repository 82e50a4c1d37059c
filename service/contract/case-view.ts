import { z } from '@hono/zod-openapi'
import { checkableChannels } from '../offices/notice-vocabulary.ts'
import {
  complaintClasses,
  completionItems,
  fileLeavings,
  intakeChannels,
  privacyChoices,
  readerDuties,
  scanStates,
  statuses,
  unsignedReasons,
} from '../offices/vocabulary.ts'
import { area, staffActs } from './acts.ts'
import { checklist } from './checklist.ts'
import {
  answerView,
  caseSpokenView,
  clockView,
  completionView,
  declineView,
  delayView,
  evidenceView,
  forwardedView,
  historyLineView,
  messageView,
} from './complaint-view.ts'
import { dispositionView } from './disposition-view.ts'
import { instant, object } from './fields.ts'
import { caseDataRequest, consentView } from './identity.ts'
import { improvementOfCase } from './improvement.ts'
import { caseRetention, destroyedCaseView } from './keeping.ts'
import { labelView } from './labels.ts'
import { noticeView } from './messages.ts'
import { answeredQuestion } from './questions.ts'
import type { Shown } from './shown.ts'
import { shownStory } from './story.ts'
import { timedOfCase } from './timed.ts'

const person = z.object({ id: z.string(), name: z.string(), position: z.string() })

export const caseLine = object('CaseLine', {
  number: z.string(),
  status: z.enum(statuses),
  category: z.string(),
  categoryLabel: z.string(),
  class: z.enum(complaintClasses),
  privacy: z.enum(privacyChoices),
  channel: z.enum(intakeChannels),
  receivedAt: instant,
  subject: z.string(),
  /** Labels of the unit's own. */
  labels: z.array(labelView),
  handler: person.nullable(),
  destroyed: z.boolean(),
  /** Its number in SP4N-LAPOR!. */
  laporId: z.string().nullable(),
  /** It was imported from the office's old register. */
  fromBook: z.boolean(),
  /** The office to which it is offered and which has not taken it yet. */
  offeredTo: z.string().nullable(),
  /** The date of the nearest running clock. */
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  /** Says as a part of a sentence since when and why staff stopped the count, and until when at most. */
  paused: z.string().nullable(),
})
export type CaseLine = Shown<typeof caseLine>

/** A case that cannot be opened: these fields lie readable beside the seal and are not verified. */
export const sealedWrongLine = object('SealedWrongLine', {
  number: z.string(),
  status: z.enum(statuses),
  code: z.literal('case/sealed-wrong'),
  detail: z.string(),
})
export type SealedWrongLine = Shown<typeof sealedWrongLine>

/** Numbers of a year that a restore left out, because cases with them may be lost. */
export const leftOutNumbers = object('LeftOutNumbers', {
  series: z.string(),
  from: z.int(),
  to: z.int(),
  /** What was written later than this is lost. */
  asOf: instant,
  restoredAt: instant,
  /** How many receipts with one of these numbers were checked since. */
  checked: z.int(),
})
export type LeftOutNumbers = Shown<typeof leftOutNumbers>

export const caseRegister = object('CaseRegister', {
  items: z.array(caseLine),
  nextCursor: z.string().nullable(),
  /** How many items at the end of the page contain only some of the words searched for. */
  partial: z.int(),
  /** How many cases a figure of a report counts; `null` where the filter names none. */
  total: z.int().nullable(),
  /** It counts all cases of the office, whatever the filter. */
  counts: z.partialRecord(z.enum(statuses), z.int()),
  /** Cases of this page whose seal is damaged or was changed in the store. */
  sealedWrong: z.array(sealedWrongLine),
  leftOut: z.array(leftOutNumbers),
  /** All labels of the unit that are in use, for whom they may be set by, and by which the register is filtered. */
  labels: z.array(labelView),
})
export type CaseRegister = Shown<typeof caseRegister>

/** The likeliest comes first. */
export const similarCases = object('SimilarCases', {
  items: z.array(
    caseLine.extend({
      /** How many significant words both have in common. */
      shared: z.int(),
      /** They happened, or were received, within a week of each other. */
      nearDate: z.boolean(),
    }),
  ),
})
export type SimilarCases = Shown<typeof similarCases>

export const joinedCases = object('JoinedCases', {
  items: z.array(
    caseLine.extend({
      /** A message of its reporter waits for a reply since then. */
      waitsSince: instant.nullable(),
    }),
  ),
})
export type JoinedCases = Shown<typeof joinedCases>

export const caseEvidenceView = evidenceView
  .extend({
    /** How the viewer can see it in place: rendered or played; `null` if not at all. */
    shown: z.enum(['picture', 'pages', 'sound', 'film']).nullable(),
    /** What a download gives; `null` if a reason is needed first. */
    download: z.enum(['original', 'marked_copy', 'redacted_copy']).nullable(),
    /** The viewer can get the original by giving a reason. */
    mayTakeOriginal: z.boolean(),
    /** How it leaves the unit without the reporter’s identity: drawn anew, as it came, or not at all. */
    leaves: z.enum(fileLeavings),
    /** The viewer can decide how it leaves, and cover areas of it. */
    mayRedact: z.boolean(),
    /** What staff decided last; `null` if nobody did. */
    redaction: z
      .object({ leaves: z.enum(fileLeavings), areas: z.array(area), by: z.string(), at: instant, because: z.string() })
      .nullable(),
    scan: z.enum(scanStates),
    /** What was found, in the scanner's words. */
    signature: z.string().nullable(),
  })
  .openapi('CaseEvidence')
export type CaseEvidenceView = Shown<typeof caseEvidenceView>

/** The identity is masked here; opening it is an act of its own. */
export const caseView = object('Case', {
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
  /** The number that the sender gave the letter; `null` too where it might tell the viewer who wrote it. */
  letterNumber: z.string().nullable(),
  /** When it was entered, if that was after its receipt. */
  enteredAt: instant.nullable(),
  ...shownStory,
  /** A spoken statement, whose transcript is the story; `null` where the story was written. */
  spoken: caseSpokenView.nullable(),
  /** Words that tell who the reporter or somebody else is are masked for the viewer, until the identity is open to them. */
  covered: z.boolean(),
  /** The viewer can open the masked words, with a reason that the reporter reads. */
  mayUncover: z.boolean(),
  answers: z.array(answeredQuestion),
  /** How the reporter at the counter confirmed what was read back to them. */
  signing: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('signed'), sha256: z.string() }),
      z.object({ kind: z.literal('witnessed'), because: z.enum(unsignedReasons), witness: z.string() }),
    ])
    .nullable(),
  consent: consentView.nullable(),
  identity: z.object({
    given: z.boolean(),
    /** Masked as `S… C…` and `…00`; `null` for confidential and anonymous complaints. */
    masked: z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
    /**
     * The key to which the reporter's browser sealed the identity; the service cannot open it or compare texts with
     * it.
     */
    sealedTo: z.string().nullable(),
    confirmed: z.array(z.enum(checkableChannels)),
    mayOpen: z.boolean(),
    /** The viewer may ask a custodian, who must allow opening a confidential identity. */
    mayAsk: z.boolean(),
    /** The viewer could ask, but there is no custodian to decide. */
    nobodyKeeps: z.boolean(),
    mayDecide: z.boolean(),
    /** An officer gave out the code in use, and it has not come back by a contact yet, nor did a second officer confirm it. */
    codeWaits: z.object({ at: instant, by: z.string(), mayConfirm: z.boolean() }).nullable(),
    /** It also counts openings on older pages. */
    openedTimes: z.int(),
    openings: z.array(
      z.object({ at: instant, by: z.string(), role: z.string(), groundLabel: z.string(), reason: z.string() }),
    ),
    requests: z.array(
      z.object({
        id: z.string(),
        at: instant,
        by: z.string(),
        /** It is the viewer's own request, which somebody else decides. */
        own: z.boolean(),
        groundLabel: z.string(),
        reason: z.string(),
        decision: z.object({ at: instant, by: z.string(), granted: z.boolean(), because: z.string() }).nullable(),
      }),
    ),
  }),
  dataRequests: z.array(caseDataRequest),
  mayAnswerDataRequests: z.boolean(),
  /** Labels that the case has, and those that it can get. */
  labels: z.array(labelView),
  moreLabels: z.array(labelView),
  ...checklist.shape,
  /** Whether the viewer may tick steps now. */
  mayTick: z.boolean(),
  handler: person.nullable(),
  /** Those who need to read it, and whether they declared that it does not concern them. */
  readers: z.array(z.object({ ...person.shape, as: z.enum(readerDuties), since: instant, declared: z.boolean() })),
  /** Staff from whom the case is kept, and who handles it instead; from `candidates` until somebody decides. */
  guard: z
    .object({
      concerns: z.array(person),
      candidates: z.array(person),
      /** They declared that it may concern them. */
      declared: z.array(person),
      /** Positions that the reporter chose not to read it. */
      chosen: z.array(z.string()),
      steward: person.nullable(),
    })
    .nullable(),
  mayGuard: z.boolean(),
  /** Staff whom the complaint names and who can still read it; only those who may change the guard get the list. */
  namedStaff: z.array(person),
  retention: caseRetention.nullable(),
  hold: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  mayHold: z.boolean(),
  /** A destroyed case keeps only this, its number, category, dates and status. */
  destroyed: destroyedCaseView.nullable(),
  instruction: z.string().nullable(),
  /** The newest comes first. */
  dispositions: z.array(dispositionView),
  clocks: z.array(clockView),
  history: z.array(historyLineView),
  messages: z.array(messageView),
  notes: z.array(z.object({ at: instant, by: z.string(), text: z.string(), mentions: z.array(z.string()) })),
  ...timedOfCase,
  evidence: z.array(caseEvidenceView),
  notices: z.array(noticeView),
  /** How a notice would leave now; `kept` and `page` mean that nothing leaves. */
  reach: z.enum(['sent', 'letter', 'kept', 'page']),
  /**
   * The page of earlier history, messages, notes, notices and openings, at `…/older/{page}`; `null` if there is
   * none.
   */
  older: z.string().nullable(),
  /** The viewer can retry undelivered notices, or leave them to the reporter's page. */
  maySettleNotices: z.boolean(),
  completion: completionView.nullable(),
  /**
   * Suggestions for asking the reporter to complete, in the language of the case; `null` where asking is not open.
   */
  coach: z
    .object({
      lead: z.string(),
      items: z.array(z.object({ item: z.enum(completionItems), sentence: z.string(), lacking: z.boolean() })),
    })
    .nullable(),
  delay: delayView.nullable(),
  grounded: z.object({ at: instant, wellFounded: z.boolean(), because: z.string() }).nullable(),
  /** Words that are taken out of what leaves the unit, but for those that are masked here. */
  redactions: z.array(z.object({ words: z.string(), by: z.string(), at: instant, because: z.string() })),
  /** `verify` must then bring the decision on a complaint without identity. */
  needsGroundedDecision: z.boolean(),
  proposal: answerView.nullable(),
  answer: answerView.nullable(),
  objection: z.object({ at: instant, text: z.string() }).nullable(),
  ...improvementOfCase,
  declined: declineView.nullable(),
  forwarded: forwardedView.nullable(),
  /** The case to which this one is joined. It stays joined once `answered`, when its reporter got the answer. */
  merged: z.object({ into: z.string(), at: instant, by: z.string(), answered: z.boolean() }).nullable(),
  joined: z.int(),
  /** Its number in SP4N-LAPOR!, and who entered it here. */
  lapor: z.object({ id: z.string(), at: instant, by: z.string() }).nullable(),
  mayNoteLapor: z.boolean(),
  /** The office to which the case is offered and which has not taken it yet. */
  offer: z.object({ office: z.string(), since: instant, reason: z.string() }).nullable(),
  /** The cases of the same complaint that the person may see: the one from which this was split, and those split from it. */
  split: z.object({ from: z.string().nullable(), into: z.array(z.string()) }),
  cameFrom: z.object({ office: z.string(), number: z.string() }).nullable(),
  /** What the office's old register says of it; such a case has no receipt and no code. */
  fromBook: z
    .object({
      import: z.int(),
      row: z.int(),
      oldNumber: z.string().nullable(),
      /** The status as the book words it. */
      status: z.string().nullable(),
      answer: z.string().nullable(),
      closedAt: instant.nullable(),
    })
    .nullable(),
  rating: z.object({ stars: z.int(), solved: z.boolean(), text: z.string().nullable() }).nullable(),
  acts: z.array(z.enum(staffActs)),
  /** Acts that the viewer's permissions include and that would be refused now, with the reason. */
  closedActs: z.array(z.object({ act: z.enum(staffActs), code: z.string(), detail: z.string() })),
  /** Nobody else can decide on the objection: the viewer, who gave the answer, does so with a reason. */
  decidesOnOwnAnswer: z.boolean(),
  mostPauseDays: z.int(),
  /** By how many days at once handling can be extended now. */
  mostDaysToExtend: z.int().nullable(),
})
export type CaseView = Shown<typeof caseView>

/** Earlier entries than those that a case shows first; the oldest comes first. */
export const olderCaseView = caseView
  .pick({ history: true, messages: true, notes: true, notices: true, older: true })
  .extend({ openings: caseView.shape.identity.shape.openings })
  .openapi('OlderCasePage')
export type OlderCaseView = Shown<typeof olderCaseView>
