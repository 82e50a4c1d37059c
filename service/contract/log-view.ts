import { z } from '@hono/zod-openapi'
import { loggedActs } from '../offices/act-vocabulary.ts'
import { instant } from './fields.ts'

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
        /** The purpose that was given for an export. */
        purpose: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    /** The newest signed head of the log, as `verify-log --head` takes it; `null` if none was signed yet. */
    head: z.object({ day: z.string(), digest: z.string() }).nullable(),
  })
  .openapi('AccessLog')
export type LogView = z.infer<typeof logView>
