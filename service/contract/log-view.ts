import { z } from '@hono/zod-openapi'
import { loggedActs } from '../complaints/vocabulary.ts'
import { instant } from './fields.ts'

export const logLine = z.object({
  at: instant,
  /** Name of who did it, their id where they left, or `system`. */
  by: z.string(),
  act: z.enum(loggedActs),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
})

/** A page of the unit's access log, newest first. It holds codes and numbers, and nothing about a reporter. */
export const logView = z
  .object({
    items: z.array(
      logLine.extend({
        /** Of an export: why, in the words of the request. */
        purpose: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
    /** The newest signed head of the log, as `verify-log --head` takes it; `null` where none was signed yet. */
    head: z.object({ day: z.string(), digest: z.string() }).nullable(),
  })
  .openapi('AccessLog')
export type LogView = z.infer<typeof logView>
