import { z } from '@hono/zod-openapi'
import { statuses } from '../complaints/vocabulary.ts'

/** `null`: too few to be shown without telling who they are about. */
const cases = z.int().nullable()

/** Counts of a unit, small ones hidden. */
export const statisticsView = z
  .object({
    total: cases,
    byStatus: z.array(z.object({ status: z.enum(statuses), label: z.string(), cases })),
    byCategory: z.array(z.object({ category: z.string(), label: z.string(), cases })),
  })
  .openapi('Statistics')
