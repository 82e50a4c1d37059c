import { z } from '@hono/zod-openapi'
import { heardAs, outcomes, paperKinds, paperStates } from '../offices/vocabulary.ts'
import { anyText, day, instant, requiredText, revision, textLimits, timeOfDay } from './fields.ts'
import type { Shown } from './shown.ts'

export const paperActNames = ['edit', 'finish', 'submit', 'set-aside', 'give-back', 'approve', 'correct'] as const

/** Longest texts of a paper, in characters; a further limit holds for all of them together. */
export const paperLimits = { line: 300, short: 2_000, long: 8_000 } as const
const line = anyText(paperLimits.line)
const short = anyText(paperLimits.short)
const long = anyText(paperLimits.long)

const minutesWords = z
  .strictObject({
    kind: z.literal('minutes'),
    heldOn: day.nullable(),
    heldAt: timeOfDay.nullable(),
    place: line,
    heard: z
      .array(z.strictObject({ name: requiredText(paperLimits.line), position: line, as: z.enum(heardAs) }))
      .max(12),
    questions: z.array(z.strictObject({ question: requiredText(paperLimits.short), answer: short })).max(60),
    shown: short,
    remarks: short,
  })
  .openapi('MinutesWords')

const reportWords = z
  .strictObject({
    kind: z.literal('report'),
    basis: short,
    from: day.nullable(),
    to: day.nullable(),
    method: short,
    evidence: z.array(z.strictObject({ what: requiredText(paperLimits.line), shows: short })).max(40),
    findings: long,
    conclusion: long,
    outcome: z.enum(outcomes).nullable(),
    recommendation: long,
  })
  .openapi('ReportWords')

export const paperWords = z.discriminatedUnion('kind', [minutesWords, reportWords])
export type PaperWordsView = Shown<typeof paperWords>

export const beginPaper = z.strictObject({ kind: z.enum(paperKinds) }).openapi('BeginPaper')
export const editPaper = z.strictObject({ revision, words: paperWords }).openapi('EditPaper')

/** These are the bodies of `POST …/papers/{id}/{verb}`. */
export const paperActBodies = {
  finish: z.strictObject({ revision }).openapi('FinishPaper'),
  submit: z.strictObject({ revision }).openapi('SubmitPaper'),
  'set-aside': z.strictObject({ revision }).openapi('SetPaperAside'),
  'give-back': z.strictObject({ revision, note: requiredText(textLimits.reason) }).openapi('GivePaperBack'),
  approve: z.strictObject({ revision }).openapi('ApprovePaper'),
  correct: z.strictObject({ revision }).openapi('CorrectPaper'),
} as const

const lineFields = {
  id: z.string(),
  kind: z.enum(paperKinds),
  state: z.enum(paperStates),
  createdAt: instant,
  changedAt: instant,
  /** It is `null` until the paper is finished. */
  paperNumber: z.string().nullable(),
  /** Only custodians read it, because it says who a confidential reporter is. */
  forCustodians: z.boolean(),
  readable: z.boolean(),
  /** The number of the paper that it corrects; empty if the viewer does not know that one. */
  corrects: z.string().nullable(),
}

export const paperLine = z.object(lineFields).openapi('PaperLine')
export type PaperLine = Shown<typeof paperLine>

export const casePapers = z
  .object({
    items: z.array(paperLine),
    mayBegin: z.boolean(),
  })
  .openapi('CasePapers')
export type CasePapers = Shown<typeof casePapers>

export const paperView = z
  .object({
    id: z.string(),
    revision,
    number: z.string(),
    kind: z.enum(paperKinds),
    state: z.enum(paperStates),
    paperNumber: z.string().nullable(),
    forCustodians: z.boolean(),
    words: paperWords,
    /** Something that the reporter gave of themselves is covered in these words. */
    covered: z.boolean(),
    /** The oldest comes first. */
    versions: z.array(z.object({ at: instant, by: z.string(), words: paperWords })),
    history: z.array(
      z.object({ at: instant, by: z.string(), state: z.enum(paperStates), note: z.string().nullable() }),
    ),
    acts: z.array(z.enum(paperActNames)),
  })
  .openapi('CasePaper')
export type PaperView = Shown<typeof paperView>
