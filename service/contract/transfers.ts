import { z } from '@hono/zod-openapi'
import { laporBelow, mapFields } from '../case/shape/story-fields.ts'
import { openingGrounds } from '../offices/act-vocabulary.ts'
import { privacyChoices, statuses } from '../offices/vocabulary.ts'
import { instant, optionalText, requiredText, revision, textLimits } from './fields.ts'
import { openedIdentityView } from './identity.ts'
import { answeredQuestion } from './questions.ts'
import type { Shown } from './shown.ts'
import { shownFacts, shownStory } from './story.ts'

/** A case that another office offers; the copy contains no notes, history, or staff of the sender's. */
export const transferView = z
  .object({
    id: z.string(),
    from: z.string(),
    fromNumber: z.string(),
    sentAt: instant,
    sentBy: z.string(),
    reason: z.string(),
    /** When its reporter filed it. */
    receivedAt: instant,
    privacy: z.enum(privacyChoices),
    withIdentity: z.boolean(),
    ...shownStory,
    answers: z.array(answeredQuestion),
    /** The files come along once the case is taken. */
    files: z.array(z.object({ name: z.string(), size: z.int(), type: z.string() })),
    /** Names of files that the sender keeps back, because they could show the reporter. */
    withheld: z.array(z.string()),
  })
  .openapi('Transfer')
export type TransferView = Shown<typeof transferView>

export const transferList = z.object({ items: z.array(transferView) }).openapi('TransferList')
export type TransferList = Shown<typeof transferList>

export const acceptTransfer = z.strictObject({ category: z.string().max(60) }).openapi('AcceptTransfer')
export const acceptedTransfer = z.object({ number: z.string() }).openapi('AcceptedTransfer')

/** The reporter and the sender read the reason. */
export const returnTransfer = z.strictObject({ reason: requiredText(textLimits.reason) }).openapi('ReturnTransfer')
export const returnedTransfer = z.object({ id: z.string() }).openapi('ReturnedTransfer')

export const otherUnits = z
  .object({ items: z.array(z.object({ tenant: z.string(), name: z.string() })) })
  .openapi('OtherUnits')
export type OtherUnits = Shown<typeof otherUnits>

/** The number in SP4N-LAPOR!, with or without `#`; `null` removes it. */
export const noteLaporId = z
  .strictObject({
    revision,
    id: z
      .string()
      .trim()
      .max(30)
      .regex(/^#?\s*\d{4,15}$/)
      .overwrite((text) => text.replace(/\D/g, ''))
      .nullable(),
  })
  .openapi('NoteLaporId')

export const prepareEntry = z
  .strictObject({
    leakReason: optionalText(textLimits.reason),
    /** It opens the identity, which the reporter reads; it is possible only for a named reporter. */
    identity: z
      .strictObject({ ground: z.enum(openingGrounds).default('other'), reason: requiredText(textLimits.reason) })
      .optional(),
  })
  .openapi('PrepareLaporEntry')

/** The fields of the entry form of SP4N-LAPOR!. */
export const preparedEntry = z
  .object({
    title: z.string(),
    chronology: z.string(),
    ...mapFields(laporBelow, () => z.string().nullable()),
    ...shownFacts,
    office: z.string(),
    category: z.string(),
    attachments: z.array(z.string()),
    /** Names of files that stay, because they could show the reporter. */
    withheld: z.array(z.string()),
    /** The reporter is not named, so it must be filed anonymously there too. */
    unnamed: z.boolean(),
    identity: openedIdentityView.nullable(),
  })
  .openapi('PreparedLaporEntry')
export type PreparedEntryView = Shown<typeof preparedEntry>

const here = z.object({
  number: z.string(),
  subject: z.string(),
  receivedAt: instant,
  status: z.enum(statuses),
  categoryLabel: z.string(),
})

export const laporQuery = z.object({
  /** Only cases received this many days ago or earlier. */
  days: z.coerce.number().int().min(0).max(365).default(3),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

/** Cases without a number in SP4N-LAPOR!; the oldest comes first. */
export const laporMissing = z
  .object({ items: z.array(here), nextCursor: z.string().nullable() })
  .openapi('CasesWithoutLaporId')
export type LaporMissing = Shown<typeof laporMissing>

/** A list copied from SP4N-LAPOR!: number, date and status, one case a line. It is not kept. */
export const reconcileRequest = z.strictObject({ text: z.string().min(1).max(60_000) }).openapi('LaporList')

const line = z.object({ line: z.int(), id: z.string(), day: z.string().nullable(), note: z.string() })

export const reconciled = z
  .object({
    bad: z.array(z.object({ line: z.int(), code: z.enum(['no-id', 'several-ids', 'bad-date', 'twice']) })),
    matched: z.array(line.extend({ case: here })),
    missingHere: z.array(line),
    missingThere: z.array(here.extend({ id: z.string() })),
  })
  .openapi('LaporReconciliation')
export type ReconciledView = Shown<typeof reconciled>
