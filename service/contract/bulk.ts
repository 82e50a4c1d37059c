import { z } from '@hono/zod-openapi'
import { bulkActs, bulkStates, statuses } from '../complaints/vocabulary.ts'
import { caseNumber, day, instant, opaqueId, optionalText, requiredText, revision, textLimits } from './fields.ts'

/** A page of the register has room for so many, and each is a write of its own. */
const MOST_IN_BULK = 100

/** One act for many cases. */
const order = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('dispatch'), handler: opaqueId, instruction: optionalText(textLimits.note) }),
  z.strictObject({ act: z.literal('note'), text: requiredText(textLimits.note) }),
  z.strictObject({ act: z.literal('message'), text: requiredText(textLimits.message) }),
  z.strictObject({ act: z.literal('explain-delay'), newDate: day, reason: requiredText(textLimits.reason) }),
])

export const bulkPreviewRequest = z
  .strictObject({ order, cases: z.array(caseNumber).min(1).max(MOST_IN_BULK) })
  .openapi('BulkPreviewRequest')

export const bulkRequest = z
  .strictObject({
    order,
    /** With the revisions that the preview told. */
    cases: z
      .array(z.strictObject({ number: caseNumber, revision }))
      .min(1)
      .max(MOST_IN_BULK),
  })
  .openapi('BulkRequest')

/** What would happen to each case, and why nothing to some. */
export const bulkPreview = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        /** `null` for a case that the viewer does not see. */
        subject: z.string().nullable(),
        status: z.enum(statuses).nullable(),
        revision: z.int(),
        changes: z.boolean(),
        /** Why it would stay as it is. */
        why: z.string().nullable(),
      }),
    ),
    /** For how many seconds all of it can be taken back. */
    undoSeconds: z.int(),
  })
  .openapi('BulkPreview')
export type BulkPreview = z.infer<typeof bulkPreview>

/** One act on many cases on its way. Until `undoUntil` nothing is done, and all of it can be taken back. */
export const bulkView = z
  .object({
    id: z.string(),
    act: z.enum(bulkActs),
    state: z.enum(bulkStates),
    undoUntil: instant,
    cases: z.array(z.object({ number: z.string(), done: z.boolean(), why: z.string().nullable() })),
  })
  .openapi('Bulk')
export type BulkView = z.infer<typeof bulkView>
