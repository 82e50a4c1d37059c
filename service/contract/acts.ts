import { z } from '@hono/zod-openapi'
import {
  completionItems,
  declineReasons,
  dispatchInstructions,
  openingGrounds,
  outcomes,
  sendingGrounds,
} from '../complaints/vocabulary.ts'
import { caseNumber, day, opaqueId, optionalText, requiredText, revision, textLimits } from './fields.ts'

/** What every act brings: the revision that the person looked at, and why words that name the reporter must stay. */
const onCase = { revision, leakReason: optionalText(textLimits.reason) }

/** A slip has room for one who leads and these. */
const MOST_ASSISTANTS = 7

/** What a slip asks of one person. */
const asked = {
  instructions: z.array(z.enum(dispatchInstructions)).max(dispatchInstructions.length).optional(),
  /** In the sender's own words. */
  instruction: optionalText(textLimits.note),
  dueOn: day.optional(),
}

/** Bodies of `POST …/cases/{number}/{verb}`. Each carries the revision that the person was looking at. */
export const actBodies = {
  verify: z
    .strictObject({
      ...onCase,
      /** Needed for a complaint without identity where the unit's policy is `grounded`. */
      grounded: z.strictObject({ wellFounded: z.boolean(), because: requiredText(textLimits.reason) }).optional(),
    })
    .openapi('VerifyAct'),
  'ask-for-completion': z
    .strictObject({ ...onCase, items: z.array(z.enum(completionItems)).min(1), text: requiredText(textLimits.message) })
    .openapi('AskForCompletionAct'),
  dispatch: z
    .strictObject({
      ...onCase,
      ...asked,
      handler: opaqueId,
      assistants: z
        .array(z.strictObject({ ...asked, staff: opaqueId }))
        .max(MOST_ASSISTANTS)
        .optional(),
    })
    .openapi('DispatchAct'),
  message: z
    .strictObject({
      ...onCase,
      text: requiredText(textLimits.message),
      /** The reporters of the cases that were joined to this one are told the same words. */
      alsoJoined: z.boolean().optional(),
    })
    .openapi('MessageAct'),
  note: z
    .strictObject({
      ...onCase,
      text: requiredText(textLimits.note),
      /** Accounts of colleagues who see the case and are told that they are named. */
      mentions: z.array(opaqueId).max(10).optional(),
    })
    .openapi('NoteAct'),
  'propose-answer': z
    .strictObject({ ...onCase, outcome: z.enum(outcomes), text: requiredText(textLimits.message) })
    .openapi('ProposeAnswerAct'),
  'return-answer': z.strictObject({ ...onCase, text: requiredText(textLimits.note) }).openapi('ReturnAnswerAct'),
  answer: z
    .strictObject({
      ...onCase,
      /** Left out: the proposal is approved as it is. */
      outcome: z.enum(outcomes).optional(),
      text: optionalText(textLimits.message),
    })
    .openapi('AnswerAct'),
  decline: z
    .strictObject({
      ...onCase,
      reason: z.enum(declineReasons),
      text: requiredText(textLimits.message),
      /** Where the reporter can go instead. */
      elsewhere: requiredText(textLimits.reason),
    })
    .openapi('DeclineAct'),
  /** The reporter reads where it went, and why. */
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
      /** Another unit here, which may take it; until then the case stays. */
      z.strictObject({
        ...onCase,
        to: z.literal('unit'),
        unit: z.string().max(80),
        reason: requiredText(textLimits.reason),
        /** Subject and story as they are to be read there; left out: as they stand. */
        subject: requiredText(textLimits.subject).optional(),
        chronology: requiredText(textLimits.chronology).optional(),
        /** Files that go along; of the others nothing is told. */
        evidence: z.array(opaqueId).max(50),
        /** Only of a reporter who is named here too; left out: the identity stays. */
        identity: z
          .strictObject({ ground: z.enum(sendingGrounds), because: requiredText(textLimits.reason) })
          .optional(),
      }),
    ])
    .openapi('ForwardAct'),
  'recall-forward': z.strictObject(onCase).openapi('RecallForwardAct'),
  'add-reference': z
    .strictObject({ ...onCase, reference: requiredText(120), text: optionalText(textLimits.message) })
    .openapi('AddReferenceAct'),
  /** The case is joined to another of the unit, whose answer is told to both reporters. */
  merge: z
    .strictObject({
      ...onCase,
      /** The number of the case that leads. */
      into: caseNumber,
      /** The reporter of the joined case reads it. */
      because: optionalText(textLimits.reason),
    })
    .openapi('MergeAct'),
  unmerge: z.strictObject({ ...onCase, because: requiredText(textLimits.reason) }).openapi('UnmergeAct'),
  close: z.strictObject({ ...onCase, text: optionalText(textLimits.reason) }).openapi('CloseAct'),
  'decide-objection': z
    .strictObject({
      ...onCase,
      /** `true`: the matter is handled again; `false`: the answer stands. */
      upheld: z.boolean(),
      text: requiredText(textLimits.message),
    })
    .openapi('DecideObjectionAct'),
  /** The reporter reads the reason. */
  pause: z.strictObject({ ...onCase, reason: requiredText(textLimits.reason) }).openapi('PauseAct'),
  resume: z.strictObject(onCase).openapi('ResumeAct'),
  extend: z
    .strictObject({ ...onCase, days: z.int().min(1).max(120), reason: requiredText(textLimits.reason) })
    .openapi('ExtendAct'),
  /** What is late is told again if the new date passes too. */
  'explain-delay': z
    .strictObject({ ...onCase, newDate: day, reason: requiredText(textLimits.reason) })
    .openapi('ExplainDelayAct'),
} as const

/** What somebody did of what a disposition slip asked of them. */
export const carriedOut = z
  .strictObject({ text: requiredText(textLimits.reason), leakReason: optionalText(textLimits.reason) })
  .openapi('CarriedOut')

export const revealIdentity = z
  .strictObject({
    ground: z.enum(openingGrounds).default('other'),
    reason: requiredText(textLimits.reason),
    leakReason: optionalText(textLimits.reason),
  })
  .openapi('RevealIdentity')

export const takeOriginal = z
  .strictObject({ reason: requiredText(textLimits.reason), leakReason: optionalText(textLimits.reason) })
  .openapi('TakeOriginal')

export const decideIdentity = z
  .strictObject({
    granted: z.boolean(),
    because: requiredText(textLimits.reason),
    leakReason: optionalText(textLimits.reason),
  })
  .openapi('DecideIdentity')
