import { z } from '@hono/zod-openapi'
import { bulkActs, bulkStates } from '../offices/act-vocabulary.ts'
import { statuses } from '../offices/vocabulary.ts'
import {
  caseNumber,
  day,
  instant,
  labelId,
  opaqueId,
  optionalText,
  requiredText,
  revision,
  textLimits,
} from './fields.ts'
import type { Shown } from './shown.ts'

/** A page of the register holds as many, and each is a write of its own. */
const MOST_IN_BULK = 100

const order = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('dispatch'), handler: opaqueId, instruction: optionalText(textLimits.note) }),
  z.strictObject({ act: z.literal('note'), text: requiredText(textLimits.note) }),
  z.strictObject({ act: z.literal('message'), text: requiredText(textLimits.message) }),
  z.strictObject({ act: z.literal('set-label'), label: labelId, on: z.boolean() }),
  /** The id of a series of the unit; each case gets all of it or nothing. */
  z.strictObject({ act: z.literal('series'), series: opaqueId }),
  z.strictObject({ act: z.literal('explain-delay'), newDate: day, reason: requiredText(textLimits.reason) }),
])

export const bulkPreviewRequest = z
  .strictObject({ order, cases: z.array(caseNumber).min(1).max(MOST_IN_BULK) })
  .openapi('BulkPreviewRequest')

export const bulkRequest = z
  .strictObject({
    order,
    /** The revisions are those of the preview. */
    cases: z
      .array(z.strictObject({ number: caseNumber, revision }))
      .min(1)
      .max(MOST_IN_BULK),
  })
  .openapi('BulkRequest')

export const bulkPreview = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        /** It is `null` if the viewer does not see the case. */
        subject: z.string().nullable(),
        status: z.enum(statuses).nullable(),
        revision: z.int(),
        changes: z.boolean(),
        /** Why the case would stay as it is. */
        why: z.string().nullable(),
      }),
    ),
    /** How many seconds the whole order can still be undone. */
    undoSeconds: z.int(),
  })
  .openapi('BulkPreview')
export type BulkPreview = Shown<typeof bulkPreview>

/** Nothing is done before `undoUntil`, and until then the whole order can be undone. */
export const bulkView = z
  .object({
    id: z.string(),
    act: z.enum(bulkActs),
    state: z.enum(bulkStates),
    undoUntil: instant,
    cases: z.array(z.object({ number: z.string(), done: z.boolean(), why: z.string().nullable() })),
  })
  .openapi('Bulk')
export type BulkView = Shown<typeof bulkView>
