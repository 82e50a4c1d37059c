import { z } from '@hono/zod-openapi'
import type { Shown } from './shown.ts'

/** How complaints in a category went in the last ninety days. `null` means too few to say. */
export const similarView = z
  .object({
    /** A lower bound, in steps of five. */
    received: z.int().nullable(),
    answered: z.int().nullable(),
    /** Half of the answers came within this many days. */
    usualDays: z.int().nullable(),
    /** The latest answers: the month in which each came, and in how many days. */
    latest: z.array(z.object({ month: z.string(), days: z.int() })),
  })
  .openapi('SimilarComplaints')
export type SimilarView = Shown<typeof similarView>
