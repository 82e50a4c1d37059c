import { z } from '@hono/zod-openapi'
import { loggedActs } from '../offices/act-vocabulary.ts'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

export const logLine = z.object({
  at: instant,
  /** A name, the id of somebody who left, or `system`. */
  by: z.string(),
  act: z.enum(loggedActs),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
})

/** The newest comes first. The log holds codes and numbers, and nothing about a reporter. */
export const logView = z
  .object({
    items: z.array(
      logLine.extend({
        /** Readings of one person, of the same thing and on one day, are one line; `at` is the newest of them. */
        times: z.int(),
        since: instant,
        /** The purpose that was given for an export. */
        purpose: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    /** The filter may name members, programs, and by their ids those who left. */
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    /** The newest signed head of the log, as `verify-log --head` takes it; `null` if none was signed yet. */
    head: z.object({ day: z.string(), digest: z.string() }).nullable(),
  })
  .openapi('AccessLog')
export type LogView = Shown<typeof logView>

const filters = {
  by: z.string().max(64).optional(),
  /** Acts, with commas between them. */
  act: z
    .string()
    .max(4_000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(loggedActs)).max(100))
    .optional()
    .openapi({ type: 'string', maxLength: 4_000, example: 'case.read,case.acted' }),
  /** The number of a case, or its tail. */
  number: z.string().trim().max(60).optional(),
  /** Days at the office, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
}
export const logFilter = z.object(filters)
export const logQuery = z.object({ ...filters, cursor: z.string().max(1_000).optional() })

/** Where to go on; without one, from the first line. */
export const chainRequest = z.strictObject({ cursor: z.string().max(1_000).nullable() }).openapi('ChainRequest')
export const chainView = z
  .object({
    /** Where to go on; `null` once the end or a fault was reached. */
    cursor: z.string().nullable(),
    /** Days of the first line and of the last that was verified. */
    from: z.string().nullable(),
    until: z.string().nullable(),
    /** The first fault, and the day on which the log says that this happened. */
    fault: z
      .object({
        fault: z.enum(['changed', 'cut', 'reordered', 'head-forged', 'head-missing', 'not-as-outside']),
        day: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi('ChainStep')
export type ChainView = Shown<typeof chainView>
