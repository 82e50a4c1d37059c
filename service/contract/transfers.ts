import { z } from '@hono/zod-openapi'
import { laporBelow, mapFields } from '../case/shape/story-fields.ts'
import { openingGrounds } from '../offices/act-vocabulary.ts'
import { privacyChoices, statuses } from '../offices/vocabulary.ts'
import { instant, object, optionalText, requiredText, revision, strictObject, textLimits } from './fields.ts'
import { openedIdentityView } from './identity.ts'
import { answeredQuestion } from './questions.ts'
import type { Shown } from './shown.ts'
import { shownFacts, shownStory } from './story.ts'

/** A case that another office offers; the copy contains no notes, history, or staff of the sender's. */
export const transferView = object('Transfer', {
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
export type TransferView = Shown<typeof transferView>

export const transferList = object('TransferList', { items: z.array(transferView) })
export type TransferList = Shown<typeof transferList>

export const acceptTransfer = strictObject('AcceptTransfer', { category: z.string().max(60) })
export const acceptedTransfer = object('AcceptedTransfer', { number: z.string() })

/** The reporter and the sender read the reason. */
export const returnTransfer = strictObject('ReturnTransfer', { reason: requiredText(textLimits.reason) })
export const returnedTransfer = object('ReturnedTransfer', { id: z.string() })

export const otherUnits = object('OtherUnits', { items: z.array(z.object({ tenant: z.string(), name: z.string() })) })
export type OtherUnits = Shown<typeof otherUnits>

/** The number in SP4N-LAPOR!, with or without `#`; `null` removes it. */
export const noteLaporId = strictObject('NoteLaporId', {
  revision,
  id: z
    .string()
    .trim()
    .max(30)
    .regex(/^#?\s*\d{4,15}$/)
    .overwrite((text) => text.replace(/\D/g, ''))
    .nullable(),
})

export const prepareEntry = strictObject('PrepareLaporEntry', {
  leakReason: optionalText(textLimits.reason),
  /** It opens the identity, which the reporter reads; it is possible only for a named reporter. */
  identity: z
    .strictObject({ ground: z.enum(openingGrounds).default('other'), reason: requiredText(textLimits.reason) })
    .optional(),
})

/** The fields of the entry form of SP4N-LAPOR!. */
export const preparedEntry = object('PreparedLaporEntry', {
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
export const laporMissing = object('CasesWithoutLaporId', { items: z.array(here), nextCursor: z.string().nullable() })
export type LaporMissing = Shown<typeof laporMissing>

/** A list copied from SP4N-LAPOR!: number, date and status, one case a line. It is not kept. */
export const reconcileRequest = strictObject('LaporList', { text: z.string().min(1).max(60_000) })

const line = z.object({ line: z.int(), id: z.string(), day: z.string().nullable(), note: z.string() })

export const reconciled = object('LaporReconciliation', {
  bad: z.array(z.object({ line: z.int(), code: z.enum(['no-id', 'several-ids', 'bad-date', 'twice']) })),
  matched: z.array(line.extend({ case: here })),
  missingHere: z.array(line),
  missingThere: z.array(here.extend({ id: z.string() })),
})
export type ReconciledView = Shown<typeof reconciled>
