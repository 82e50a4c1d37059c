import { z } from '@hono/zod-openapi'

/** How complaints in a category went in the last ninety days. `null`: too few to say. */
export const similarView = z
  .object({
    /** At least so many, in steps of five. */
    received: z.int().nullable(),
    answered: z.int().nullable(),
    /** Half of the answers came within so many days. */
    usualDays: z.int().nullable(),
    /** Those that were answered last: the month in which one came, and in how many days it was answered. */
    latest: z.array(z.object({ month: z.string(), days: z.int() })),
  })
  .openapi('SimilarComplaints')
export type SimilarView = z.infer<typeof similarView>
