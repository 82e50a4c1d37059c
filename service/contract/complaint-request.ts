import { z } from '@hono/zod-openapi'
import { formLanguages, intakeChannels, privacyChoices, unsignedReasons } from '../offices/vocabulary.ts'
import { envelopePattern } from '../sealing/envelope.ts'
import {
  anyText,
  day,
  email,
  noticeChannel,
  opaqueId,
  optionalText,
  phone,
  requiredText,
  strictObject,
  textLimits,
} from './fields.ts'
import { givenAnswers } from './questions.ts'
import type { Shown } from './shown.ts'
import { givenStory } from './story.ts'
import { unsentKind } from './unsent.ts'

/** Which fields are needed depends on the office's form rules and on the privacy choice. */
export const reporterIdentity = strictObject('ReporterIdentity', {
  name: optionalText(textLimits.name),
  address: optionalText(textLimits.address),
  phone: phone.optional(),
  email: email.optional(),
  /** The person for whom a representative files. */
  onBehalfOf: optionalText(textLimits.name),
  /** Notice channels in the order in which they are tried. */
  channels: z.array(noticeChannel).max(4).optional(),
})

/** The browser seals it to a key of the office; see `service/sealing/envelope.ts`. Its length is always the same. */
export const sealedIdentity = z.string().length(5_596).regex(envelopePattern)
/** The reporter confirms that the identity is kept unsealed, because their page runs no script. */
export const identityUnsealed = z.literal(true)

const filing = {
  category: z.string().min(1).max(60),
  privacy: z.enum(privacyChoices),
  reporter: reporterIdentity.optional(),
  ...givenStory,
  /** Both may be empty in a spoken complaint. */
  subject: anyText(textLimits.subject),
  chronology: anyText(textLimits.chronology),
  /** A recording that tells the story where none is written. Beside a written one it is evidence. */
  spoken: z
    .strictObject({
      /** The id that the evidence upload returned. */
      file: opaqueId,
      /** The browser changed the voice before it left the device. */
      disguised: z.boolean().default(false),
    })
    .optional(),
  /** Answers to the category's own questions, by the codes of the questions. */
  answers: givenAnswers.optional(),
  /** Posts whose people must not read it, by the ids that `reading-posts` gave. */
  notReadBy: z.array(opaqueId).max(60).optional(),
  /** Ids that the evidence upload returned. */
  evidence: z.array(opaqueId).max(50).default([]),
  /** The language of the notices; readers of Javanese get Indonesian. */
  language: z
    .enum(formLanguages)
    .transform((one) => (one === 'jv' ? ('id' as const) : one))
    .optional(),
}

export const complaintRequest = strictObject('ComplaintRequest', {
  ...filing,
  /** It replaces every field of `reporter` except the contact that is left open. */
  sealedIdentity: sealedIdentity.optional(),
  identityUnsealed: identityUnsealed.optional(),
  statements: z.strictObject({
    truthful: z.literal(true),
    procedureRead: z.literal(true),
    /** The version of the privacy notice that was shown. */
    privacyNotice: z.int().min(1),
  }),
  /** The solved proof-of-work challenge of a 428 answer, as base64. */
  proof: z.string().max(4_000).optional(),
})
export type ComplaintRequest = Shown<typeof complaintRequest>
export type ComplaintRequestInput = z.input<typeof complaintRequest>

/** How the reporter at the counter confirmed what was read back to them. */
const signing = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('signed'),
    /** The path of a drawing 600 wide and 200 high: `M` starts a stroke and `L` continues it, in whole numbers. */
    strokes: z
      .string()
      .max(20_000)
      .regex(/^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/),
  }),
  z.strictObject({
    kind: z.literal('witnessed'),
    because: z.enum(unsignedReasons),
    witness: requiredText(textLimits.name),
  }),
])

/** An officer enters it for somebody at the counter, on the phone, or from a letter. */
export const intakeRequest = strictObject('IntakeRequest', {
  ...filing,
  channel: z.enum(intakeChannels).exclude(['web_widget']),
  /** Where it was received, e.g. a counter. */
  place: optionalText(textLimits.place),
  /** The day on which paper or a call came, by the office's calendar; the clocks begin with it. Not for who is there. */
  receivedOn: day.optional(),
  letterNumber: optionalText(textLimits.letterNumber),
  /** Replacement file names by file id, for names that reveal who the reporter is. */
  fileNames: z.record(opaqueId, requiredText(textLimits.name)).optional(),
  /** Texts or file names that reveal the reporter are refused unless this says why they must stay. */
  leakReason: optionalText(textLimits.reason),
  /** Accounts of staff whom it concerns: it is kept from them and from those under them. */
  reportedStaff: z.array(opaqueId).max(20).optional(),
  signing: signing.optional(),
  /** Where one typed it before; it is dropped once the complaint is received. */
  draft: unsentKind.optional(),
  statements: z.strictObject({
    /** The officer read the complaint back. Both are needed where the reporter is there, and not kept of what only came in writing. */
    readBack: z.literal(true).optional(),
    procedureExplained: z.literal(true).optional(),
  }),
})
export type IntakeRequestInput = z.input<typeof intakeRequest>
