import { z } from '@hono/zod-openapi'
import { letterKinds, letterNatures, letterStates, privacyChoices, returnReasons } from '../complaints/vocabulary.ts'
import { anyText, day, instant, language, opaqueId, optionalText, requiredText, revision } from './fields.ts'

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

/** Which notice of the case is sent by letter instead. */
export const letterInstead = z.strictObject({ notice: opaqueId }).openapi('LetterInstead')

const signatory = z.object({ name: z.string(), position: z.string() })

const letterFields = {
  id: z.string(),
  revision,
  state: z.enum(letterStates),
  kind: z.enum(letterKinds),
  /** Number of the case. */
  number: z.string(),
  privacy: z.enum(privacyChoices),
  language,
  createdAt: instant,
  changedAt: instant,
  /** `null` before it was approved. */
  letterNumber: z.string().nullable(),
  subject: z.string(),
  /** Enough of a named reporter to recognise them. */
  addressee: z.string().nullable(),
  signatory: signatory.nullable(),
  postedOn: day.nullable(),
  courierNumber: z.string().nullable(),
  returned: z.enum(returnReasons).nullable(),
  /** Why it cannot reach its reporter: the identity was erased, or corrected since it was approved. */
  obstacle: z.enum(['no-address', 'address-changed']).nullable(),
  /** What the viewer can do to it now. */
  acts: z.array(z.enum(letterActNames)),
}

/** A letter as it stands in the print queue and on its case. */
export const letterLine = z.object(letterFields).openapi('LetterLine')
export type LetterLine = z.infer<typeof letterLine>

/** A letter as it will lie on the desk, part by part. */
export const letterPaper = z
  .object({
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
  .openapi('LetterPaper')
export type LetterPaper = z.infer<typeof letterPaper>

export const letterView = z
  .object({
    ...letterFields,
    body: z.string(),
    nature: z.enum(letterNatures),
    enclosures: z.string(),
    history: z.array(
      z.object({ at: instant, by: z.string(), state: z.enum(letterStates), note: z.string().nullable() }),
    ),
    /** Without the reporter's name and address, which printing opens. */
    paper: letterPaper,
    /** SHA-256 of the approved file, and the short mark of its signature. */
    sha256: z.string().nullable(),
    fingerprint: z.string().nullable(),
    /** Who can sign, in the order of the settings. */
    signatories: z.array(signatory),
  })
  .openapi('Letter')
export type LetterView = z.infer<typeof letterView>

export const letterList = z
  .object({
    items: z.array(letterLine),
    nextCursor: z.string().nullable(),
    counts: z.partialRecord(z.enum(letterStates), z.int()),
  })
  .openapi('LetterList')
export type LetterList = z.infer<typeof letterList>

export const caseLetters = z.object({ items: z.array(letterLine) }).openapi('CaseLetters')
export type CaseLetters = z.infer<typeof caseLetters>

const LONGEST_BODY = 12_000

export const editLetter = z
  .strictObject({
    revision,
    subject: requiredText(200),
    body: requiredText(LONGEST_BODY),
    nature: z.enum(letterNatures),
    enclosures: anyText(80),
    /** Place among the unit's signatories, from 0. */
    signatory: z.int().min(0).max(19),
  })
  .openapi('EditLetter')

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

/** The most letters that are printed at once. */
export const MOST_AT_ONCE = 50

export const printLetters = z
  .strictObject({
    letters: z
      .array(z.strictObject({ id: opaqueId, revision }))
      .min(1)
      .max(MOST_AT_ONCE),
  })
  .openapi('PrintLetters')

/** A letter to somebody who never was; `number` is `null` while the pattern makes none. */
export const letterPreview = z.object({ number: z.string().nullable(), paper: letterPaper }).openapi('LetterPreview')
export type LetterPreview = z.infer<typeof letterPreview>

export const logoRequest = z
  .strictObject({
    revision,
    /** A picture as base64; `null` takes the logo away. */
    image: z.base64().min(1).max(120_000).nullable(),
  })
  .openapi('LetterLogo')
