import { z } from '@hono/zod-openapi'
import type { Shown } from './shown.ts'

const counted = z.object({ label: z.string(), cases: z.int().nullable() })

/** Published counts. `null` hides a number that could reveal who it is about. */
export const publicStatisticsView = z
  .object({
    office: z.string(),
    accent: z.string().nullable(),
    /** The day of the count; it is renewed only when enough cases differ. */
    asOf: z.string(),
    /** Whole months, the last one included. */
    period: z.object({ from: z.string(), to: z.string() }),
    total: z.int().nullable(),
    /** Rounded to steps of five. */
    inTimePercent: z.int().nullable(),
    byMonth: z.array(counted.extend({ month: z.string() })),
    byCategory: z.array(counted),
    byOutcome: z.array(counted),
  })
  .openapi('PublicStatistics')
export type PublicStatisticsView = Shown<typeof publicStatisticsView>
