import { z } from '@hono/zod-openapi'
import { statuses } from '../complaints/vocabulary.ts'

/** `null`: hidden, for it could tell who it is about. */
const cases = z.int().nullable()

/** Counts of a unit. From whoever may not read its cases, small ones are hidden. */
export const statisticsView = z
  .object({
    hidesSmall: z.boolean(),
    total: cases,
    /** Cases of which a date has passed. */
    overdue: cases,
    /** How many of a hundred answers came in time; `null`: too few to say. */
    inTimePercent: z.int().nullable(),
    byStatus: z.array(z.object({ status: z.enum(statuses), label: z.string(), cases })),
    byCategory: z.array(z.object({ category: z.string(), label: z.string(), cases })),
    /** By when they were received: the last twelve months, behind all that came before them (`null`). */
    byMonth: z.array(z.object({ month: z.string().nullable(), cases })),
  })
  .openapi('Statistics')
export type StatisticsView = z.infer<typeof statisticsView>
