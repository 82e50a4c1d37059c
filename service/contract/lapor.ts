import { z } from '@hono/zod-openapi'
import { laporBelow, mapFields } from '../case/shape/story-fields.ts'
import { openingGrounds } from '../offices/act-vocabulary.ts'
import { statuses } from '../offices/vocabulary.ts'
import { instant, optionalText, requiredText, revision, textLimits } from './fields.ts'
import { openedIdentityView } from './identity-view.ts'
import type { Shown } from './shown.ts'
import { shownFacts } from './story.ts'

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
