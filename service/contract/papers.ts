import { z } from '@hono/zod-openapi'
import { letterKinds, letterNatures, letterStates, returnReasons } from '../offices/notice-vocabulary.ts'
import { heardAs, outcomes, paperKinds, paperStates, privacyChoices } from '../offices/vocabulary.ts'
import {
  anyText,
  day,
  instant,
  language,
  object,
  opaqueId,
  optionalText,
  requiredText,
  revision,
  strictObject,
  textLimits,
  timeOfDay,
} from './fields.ts'
import type { Shown } from './shown.ts'

export const letterActNames = [
  'edit',
  'submit',
  'give-back',
  'approve',
  'withdraw',
  'print',
  'post',
  'arrive',
  'return',
] as const

export const letterInstead = strictObject('LetterInstead', { notice: opaqueId })

const signatory = z.object({ name: z.string(), position: z.string() })

const letterFields = {
  id: z.string(),
  revision,
  state: z.enum(letterStates),
  kind: z.enum(letterKinds),
  number: z.string(),
  privacy: z.enum(privacyChoices),
  language,
  createdAt: instant,
  changedAt: instant,
  letterNumber: z.string().nullable(),
  subject: z.string(),
  /** Otherwise the row has no word of its case. */
  mayRead: z.boolean(),
  /** Masked, so that only those who know the reporter recognise them. */
  addressee: z.string().nullable(),
  signatory: signatory.nullable(),
  postedOn: day.nullable(),
  courierNumber: z.string().nullable(),
  returned: z.enum(returnReasons).nullable(),
  /** A later letter of the case was made before it was printed. */
  replaced: z.boolean(),
  /** Why it cannot reach its reporter: the identity was erased, or corrected after approval. */
  obstacle: z.enum(['no-address', 'address-changed']).nullable(),
  acts: z.array(z.enum(letterActNames)),
}

/** A letter in the print queue and on its case. */
export const letterLine = object('LetterLine', letterFields)
export type LetterLine = Shown<typeof letterLine>

/** The letter as printed, part by part. */
export const letterPaper = object('LetterPaper', {
  language,
  letterhead: z.object({
    lines: z.array(z.string()),
    address: z.string(),
    contact: z.string(),
    /** A JPEG as base64. */
    logo: z.string().nullable(),
  }),
  placeAndDate: z.string(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  addressee: z.array(z.string()),
  paragraphs: z.array(z.string()),
  signatory: z.object({ position: z.string(), name: z.string(), below: z.array(z.string()) }),
})
export type LetterPaper = Shown<typeof letterPaper>

export const letterView = object('Letter', {
  ...letterFields,
  body: z.string(),
  /** Something that the reporter gave of themselves is covered in these words. */
  covered: z.boolean(),
  nature: z.enum(letterNatures),
  enclosures: z.string(),
  history: z.array(z.object({ at: instant, by: z.string(), state: z.enum(letterStates), note: z.string().nullable() })),
  /** The reporter's name and address are left out; printing opens them. */
  paper: letterPaper,
  /** SHA-256 of the approved file, and the short fingerprint of its signature. */
  sha256: z.string().nullable(),
  fingerprint: z.string().nullable(),
  /** Colleagues who may approve it, because none of its words are theirs. */
  approvers: z.array(z.object({ name: z.string(), position: z.string(), own: z.boolean() })),
  /** Those who can sign, in the order of the settings. */
  signatories: z.array(signatory),
})
export type LetterView = Shown<typeof letterView>

export const letterList = object('LetterList', {
  items: z.array(letterLine),
  nextCursor: z.string().nullable(),
  counts: z.partialRecord(z.enum(letterStates), z.int()),
})
export type LetterList = Shown<typeof letterList>

export const caseLetters = object('CaseLetters', { items: z.array(letterLine) })
export type CaseLetters = Shown<typeof caseLetters>

const LONGEST_BODY = 12_000

export const editLetter = strictObject('EditLetter', {
  revision,
  subject: requiredText(200),
  body: requiredText(LONGEST_BODY),
  nature: z.enum(letterNatures),
  enclosures: anyText(80),
  /** Index among the office's signatories, from 0. */
  signatory: z.int().min(0).max(19),
})

const note = requiredText(500)
export const letterActBodies = {
  submit: z.strictObject({ revision }),
  'give-back': z.strictObject({ revision, note }),
  approve: z.strictObject({ revision }),
  withdraw: z.strictObject({ revision, note }),
  post: z.strictObject({ revision, on: day, courierNumber: optionalText(60) }),
  arrive: z.strictObject({ revision }),
  return: z.strictObject({ revision, reason: z.enum(returnReasons) }),
} as const

export const MOST_AT_ONCE = 50

export const printLetters = strictObject('PrintLetters', {
  letters: z
    .array(z.strictObject({ id: opaqueId, revision }))
    .min(1)
    .max(MOST_AT_ONCE),
})

export const postLetters = strictObject('PostLetters', {
  letters: z
    .array(z.strictObject({ id: opaqueId, revision, courierNumber: optionalText(60) }))
    .min(1)
    .max(MOST_AT_ONCE),
  on: day,
})
export const postedLetters = object('PostedLetters', { posted: z.int() })

/** The addressee is invented; `number` is `null` while the pattern makes none. */
export const letterPreview = object('LetterPreview', { number: z.string().nullable(), paper: letterPaper })
export type LetterPreview = Shown<typeof letterPreview>

export const logoRequest = strictObject('LetterLogo', {
  revision,
  /** A picture as base64; `null` removes the logo. */
  image: z.base64().min(1).max(120_000).nullable(),
})

export const paperActNames = ['edit', 'finish', 'submit', 'set-aside', 'give-back', 'approve', 'correct'] as const

export const paperLimits = { line: 300, short: 2_000, long: 8_000 } as const
const line = anyText(paperLimits.line)
const short = anyText(paperLimits.short)
const long = anyText(paperLimits.long)

const minutesWords = strictObject('MinutesWords', {
  kind: z.literal('minutes'),
  heldOn: day.nullable(),
  heldAt: timeOfDay.nullable(),
  place: line,
  heard: z.array(z.strictObject({ name: requiredText(paperLimits.line), position: line, as: z.enum(heardAs) })).max(12),
  questions: z.array(z.strictObject({ question: requiredText(paperLimits.short), answer: short })).max(60),
  shown: short,
  remarks: short,
})

const reportWords = strictObject('ReportWords', {
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

export const paperWords = z.discriminatedUnion('kind', [minutesWords, reportWords])
export type PaperWordsView = Shown<typeof paperWords>

export const beginPaper = strictObject('BeginPaper', { kind: z.enum(paperKinds) })
export const editPaper = strictObject('EditPaper', { revision, words: paperWords })

/** These are the bodies of `POST …/papers/{id}/{verb}`. */
export const paperActBodies = {
  finish: strictObject('FinishPaper', { revision }),
  submit: strictObject('SubmitPaper', { revision }),
  'set-aside': strictObject('SetPaperAside', { revision }),
  'give-back': strictObject('GivePaperBack', { revision, note: requiredText(textLimits.reason) }),
  approve: strictObject('ApprovePaper', { revision }),
  correct: strictObject('CorrectPaper', { revision }),
} as const

const lineFields = {
  id: z.string(),
  kind: z.enum(paperKinds),
  state: z.enum(paperStates),
  createdAt: instant,
  changedAt: instant,
  paperNumber: z.string().nullable(),
  /** Only custodians read it, because it says who a confidential reporter is. */
  forCustodians: z.boolean(),
  readable: z.boolean(),
  /** The number of the paper that it corrects; empty if the viewer does not know that one. */
  corrects: z.string().nullable(),
}

export const paperLine = object('PaperLine', lineFields)
export type PaperLine = Shown<typeof paperLine>

export const casePapers = object('CasePapers', {
  items: z.array(paperLine),
  mayBegin: z.boolean(),
})
export type CasePapers = Shown<typeof casePapers>

export const paperView = object('CasePaper', {
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
  history: z.array(z.object({ at: instant, by: z.string(), state: z.enum(paperStates), note: z.string().nullable() })),
  acts: z.array(z.enum(paperActNames)),
})
export type PaperView = Shown<typeof paperView>
