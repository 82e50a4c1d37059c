import { z } from '@hono/zod-openapi'
import { mapFields, matterFields } from '../case/shape/story-fields.ts'
import { lookUpReasons, openingGrounds, reporterKeys, sendingGrounds } from '../offices/act-vocabulary.ts'
import {
  callResults,
  complaintClasses,
  completionItems,
  declineReasons,
  dispatchInstructions,
  failureCauses,
  fileLeavings,
  intakeChannels,
  outcomes,
} from '../offices/vocabulary.ts'
import { keysOf } from '../shared/records.ts'
import {
  caseNumber,
  day,
  instant,
  labelId,
  opaqueId,
  optionalText,
  requiredText,
  revision,
  strictObject,
  textLimits,
} from './fields.ts'

/**
 * `revision` is the one that the person looked at; `leakReason` says why a text that names the reporter must stay.
 */
const onCase = { revision, leakReason: optionalText(textLimits.reason) }

/** A slip has room for one leader and this many assistants. */
const MOST_ASSISTANTS = 7

const asked = {
  instructions: z.array(z.enum(dispatchInstructions)).max(dispatchInstructions.length).optional(),
  instruction: optionalText(textLimits.note),
  dueOn: day.optional(),
}

/** What went wrong where a complaint was proven, and what the office changed; the act says what is missing of it. */
const improvement = {
  cause: z.enum(failureCauses).optional(),
  causeText: optionalText(textLimits.reason),
  change: optionalText(textLimits.reason),
  /** An account that can close the case; without it `ownerPosition` names the position of somebody without one. */
  owner: opaqueId.optional(),
  ownerPosition: optionalText(textLimits.name),
  checkOn: day.optional(),
  /** A file or a finished paper of the case, with the day of what it shows; without it `noProof` says why there is none. */
  proof: opaqueId.optional(),
  proofOn: day.optional(),
  noProof: optionalText(textLimits.reason),
}

/** These are the bodies of `POST …/cases/{number}/{verb}`. */
export const actBodies = {
  verify: strictObject('VerifyAct', {
    ...onCase,
    /** It is needed for a complaint without identity where the office's policy is `grounded`. */
    grounded: z.strictObject({ wellFounded: z.boolean(), because: requiredText(textLimits.reason) }).optional(),
    /** A person who may dispatch gives the case to a handler with it. */
    handler: opaqueId.optional(),
  }),
  'ask-for-completion': strictObject('AskForCompletionAct', {
    ...onCase,
    items: z.array(z.enum(completionItems)).min(1),
    text: requiredText(textLimits.message),
  }),
  dispatch: strictObject('DispatchAct', {
    ...onCase,
    ...asked,
    handler: opaqueId,
    /** The handler gets it although they have as many open cases as the unit allows. */
    aboveMost: z.boolean().optional(),
    assistants: z
      .array(z.strictObject({ ...asked, staff: opaqueId }))
      .max(MOST_ASSISTANTS)
      .optional(),
  }),
  message: strictObject('MessageAct', {
    ...onCase,
    text: requiredText(textLimits.message),
    /** Reporters of joined cases get the same message. */
    alsoJoined: z.boolean().optional(),
  }),
  note: strictObject('NoteAct', {
    ...onCase,
    text: requiredText(textLimits.note),
    /** These accounts of colleagues who see the case are alerted. */
    mentions: z.array(opaqueId).max(10).optional(),
  }),
  /** A label of the unit's own; `on: false` takes it off. */
  'set-label': strictObject('SetLabelAct', { ...onCase, label: labelId, on: z.boolean() }),
  /** Only for a spoken statement. */
  transcribe: strictObject('TranscribeAct', { ...onCase, text: requiredText(textLimits.chronology) }),
  /** The reporter reads the reason. Nothing takes it back. */
  'keep-confidential': strictObject('KeepConfidentialAct', { ...onCase, reason: requiredText(textLimits.reason) }),
  redact: strictObject('RedactAct', {
    ...onCase,
    /** Words that are taken out of what leaves the unit, each as the reporter wrote it. */
    words: z.array(z.string().trim().min(2).max(200)).max(50),
    /** Words that were taken out and come back. */
    restored: z.array(z.string().max(200)).max(50).optional(),
    because: requiredText(textLimits.reason),
  }),
  'propose-answer': strictObject('ProposeAnswerAct', {
    ...onCase,
    outcome: z.enum(outcomes),
    text: requiredText(textLimits.message),
  }),
  'return-answer': strictObject('ReturnAnswerAct', { ...onCase, text: requiredText(textLimits.note) }),
  answer: strictObject('AnswerAct', {
    ...onCase,
    /** Without it the proposal is approved as it is. */
    outcome: z.enum(outcomes).optional(),
    text: optionalText(textLimits.message),
  }),
  decline: strictObject('DeclineAct', {
    ...onCase,
    reason: z.enum(declineReasons),
    text: requiredText(textLimits.message),
    elsewhere: requiredText(textLimits.reason),
  }),
  /** The reporter reads where the complaint went, and why. */
  forward: z
    .discriminatedUnion('to', [
      z.strictObject({
        ...onCase,
        to: z.literal('outside'),
        name: requiredText(160),
        address: optionalText(300),
        sentOn: day,
        reason: requiredText(textLimits.reason),
      }),
      /** The case stays here until the other office takes it. */
      z.strictObject({
        ...onCase,
        to: z.literal('unit'),
        unit: z.string().max(80),
        reason: requiredText(textLimits.reason),
        /** Subject and story as the other office will read them; without them it reads the originals. */
        subject: requiredText(textLimits.subject).optional(),
        chronology: requiredText(textLimits.chronology).optional(),
        /** Only these files go along; the other office does not learn of the rest. */
        evidence: z.array(opaqueId).max(50),
        /** It is possible only for a reporter who is named here too; without it the identity stays here. */
        identity: z
          .strictObject({ ground: z.enum(sendingGrounds), because: requiredText(textLimits.reason) })
          .optional(),
      }),
    ])
    .openapi('ForwardAct'),
  'recall-forward': strictObject('RecallForwardAct', onCase),
  'add-reference': strictObject('AddReferenceAct', {
    ...onCase,
    reference: requiredText(120),
    text: optionalText(textLimits.message),
  }),
  /** The reporters of both cases get the answer of the leading case. */
  merge: strictObject('MergeAct', {
    ...onCase,
    into: caseNumber,
    because: optionalText(textLimits.reason),
  }),
  unmerge: strictObject('UnmergeAct', { ...onCase, because: requiredText(textLimits.reason) }),
  /** A second matter of the complaint gets a case of its own: its number, dates and category, and the same reporter. */
  split: strictObject('SplitAct', {
    ...onCase,
    category: z.string().min(1).max(60),
    subject: requiredText(textLimits.subject),
    /** Each line stands in the complaint's own chronology. */
    chronology: requiredText(textLimits.chronology),
    ...mapFields(matterFields, ({ kind, limit }) =>
      (kind === 'day' ? day : requiredText(textLimits[limit])).nullable().optional(),
    ),
    /** Files of this case of which the new one gets a copy. */
    evidence: z.array(opaqueId).max(50),
    /** Files that belong to the second matter alone: they leave this case for the new one. */
    moved: z.array(opaqueId).max(50).optional(),
    because: requiredText(textLimits.reason),
  }),
  /** Where the case `owesImprovement`, it is named with it. */
  close: strictObject('CloseAct', { ...onCase, ...improvement, text: optionalText(textLimits.reason) }),
  'name-improvement': strictObject('NameImprovementAct', { ...onCase, ...improvement }),
  /** The words of the reporter are needed where the matter is not settled: they become the objection. */
  'record-call': strictObject('RecordCallAct', {
    ...onCase,
    result: z.enum(callResults),
    text: optionalText(textLimits.message),
  }),
  /** The day of the next check is needed where the improvement does not hold. */
  'check-improvement': strictObject('CheckImprovementAct', {
    ...onCase,
    holds: z.boolean(),
    text: requiredText(textLimits.reason),
    nextOn: day.optional(),
  }),
  'decide-objection': strictObject('DecideObjectionAct', {
    ...onCase,
    /** With `true` the matter is handled again; with `false` the answer stands. */
    upheld: z.boolean(),
    text: requiredText(textLimits.message),
    /** Why the person who gave the answer decides; needed where `decidesOnOwnAnswer`, and read by the reporter. */
    ownReason: optionalText(textLimits.reason),
  }),
  pause: strictObject('PauseAct', { ...onCase, reason: requiredText(textLimits.reason) }),
  resume: strictObject('ResumeAct', onCase),
  extend: strictObject('ExtendAct', {
    ...onCase,
    days: z.int().min(1).max(120),
    reason: requiredText(textLimits.reason),
  }),
  /** Whatever is left out stays; `null` says that nothing is known. The reporter's own words cannot be changed. */
  correct: strictObject('CorrectAct', {
    ...onCase,
    category: z.string().min(1).max(60).optional(),
    /** Without it a new category brings its own. */
    class: z.enum(complaintClasses).optional(),
    channel: z.enum(intakeChannels).optional(),
    receivedAt: instant.optional(),
    ...mapFields(matterFields, ({ kind, limit }) =>
      (kind === 'day' ? day : requiredText(textLimits[limit])).nullable().optional(),
    ),
    reason: requiredText(textLimits.reason),
  }),
  /** If the new date passes too, the reporter hears of it again. */
  'explain-delay': strictObject('ExplainDelayAct', {
    ...onCase,
    newDate: day,
    reason: requiredText(textLimits.reason),
  }),
} as const

/** These are the verbs of `POST …/cases/{number}/{verb}`. */
export const staffActs = keysOf(actBodies)
export type StaffAct = keyof typeof actBodies

/** A member of staff tells what they did about a disposition slip. */
export const carriedOut = strictObject('CarriedOut', {
  text: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})

export const revealIdentity = strictObject('RevealIdentity', {
  ground: z.enum(openingGrounds).default('other'),
  reason: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})

export const openCase = strictObject('OpenCase', {
  /** Why somebody without a part in a case needs to read it. The head and its reporter read this. */
  reason: requiredText(textLimits.reason).optional(),
  /** Whether it may concern them; then it goes to others. Asked where a person may be meant. */
  concerned: z.boolean().optional(),
})

/** All of a name, a telephone number or an e-mail address. */
export const lookUpReporter = strictObject('LookUpReporter', {
  by: z.enum(reporterKeys),
  written: requiredText(200),
  reason: z.enum(lookUpReasons),
})

/** The reason says how the officer made sure that this is the reporter. */
export const renewCode = strictObject('RenewCode', {
  reason: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})

export const takeOriginal = strictObject('TakeOriginal', {
  reason: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})

const thousandths = z.int().min(0).max(1_000)

/** A box on a page, in thousandths of its sides as it stands upright, from the upper left corner. */
export const area = strictObject('Area', {
  page: z.int().min(1).max(5_000),
  left: thousandths,
  top: thousandths,
  width: thousandths.min(1),
  height: thousandths.min(1),
})

/** How a file leaves the unit; areas are black where it leaves drawn anew. */
export const redactFile = strictObject('RedactFile', {
  revision,
  leaves: z.enum(fileLeavings),
  areas: z.array(area).max(200),
  because: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})

export const decideIdentity = strictObject('DecideIdentity', {
  granted: z.boolean(),
  because: requiredText(textLimits.reason),
  leakReason: optionalText(textLimits.reason),
})
