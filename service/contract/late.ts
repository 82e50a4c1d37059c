import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

export const lateQuery = z.object({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

export const lateList = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        subject: z.string(),
        category: z.string(),
        statusLabel: z.string(),
        clocks: z.array(
          z.object({ label: z.string(), dueAt: instant, workingDaysLate: z.int(), newDate: instant.nullable() }),
        ),
        /** The newest explanation; `null` if nobody gave one. */
        because: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
        turn: z.string(),
        /** Somebody outside the office took the notice of the newest passed date. */
        reporterTold: z.boolean(),
      }),
    ),
    /** Cases whose count staff stopped, those that end first come first; on the first page only, at most a hundred. */
    paused: z.array(z.object({ number: z.string(), subject: z.string(), category: z.string(), sentence: z.string() })),
    nextCursor: z.string().nullable(),
  })
  .openapi('LateList')
export type LateList = Shown<typeof lateList>
