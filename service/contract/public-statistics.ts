import { z } from '@hono/zod-openapi'

const counted = z.object({ label: z.string(), cases: z.int().nullable() })

/** What a unit shows to everybody, if it does. `null`: hidden, for it could tell who it is about. */
export const publicStatisticsView = z
  .object({
    office: z.string(),
    accent: z.string().nullable(),
    /** Day of the count; shown anew only when enough cases differ. */
    asOf: z.string(),
    /** Whole months, the last one included. */
    period: z.object({ from: z.string(), to: z.string() }),
    total: z.int().nullable(),
    /** In steps of five. */
    inTimePercent: z.int().nullable(),
    byMonth: z.array(counted.extend({ month: z.string() })),
    byCategory: z.array(counted),
    byOutcome: z.array(counted),
  })
  .openapi('PublicStatistics')
export type PublicStatisticsView = z.infer<typeof publicStatisticsView>
