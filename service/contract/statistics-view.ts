import { z } from '@hono/zod-openapi'
import { intakeChannels, outcomes, statuses } from '../offices/vocabulary.ts'
import type { Shown } from './shown.ts'

/** `null` hides a number that could reveal who it is about. */
const cases = z.int().nullable()
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

/** The default is the last twelve months; the limit is ten years. */
export const statisticsQuery = z
  .object({ from: month.optional(), to: month.optional(), category: z.string().max(60).optional() })
  .refine(({ from, to }) => !from === !to, { path: ['to'], error: 'incomplete' })
  .refine(({ from = '', to = '' }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 10, {
    path: ['from'],
    error: 'too-long',
  })

const day = z.string()

/** Small counts are hidden from viewers who may not read the cases. */
export const statisticsView = z
  .object({
    hidesSmall: z.boolean(),
    period: z.object({ from: z.string(), to: z.string() }),
    total: cases,
    /** Cases from the office's old register; their answers and dates were not measured here. */
    fromBook: cases,
    /** The months before, where they can be compared. */
    before: z.object({ total: z.int(), inTimePercent: z.int().nullable() }).nullable(),
    /** Cases that have not ended, whenever they were received. */
    open: cases,
    overdue: cases,
    inTime: cases,
    late: cases,
    /** How many of a hundred answers came in time; `null` means too few to say. */
    inTimePercent: z.int().nullable(),
    averageStars: z.number().nullable(),
    /** By the days on which they were received; `from: null` covers everything earlier. */
    inflow: z.array(z.object({ from: day.nullable(), to: day, cases })),
    inflowBy: z.enum(['week', 'month']),
    /** Open cases by the days since they were received, at most `days`; `null` means longer ago. */
    byAge: z.array(z.object({ from: day.nullable(), to: day, days: z.int().nullable(), cases })),
    byStatus: z.array(z.object({ status: z.enum(statuses), label: z.string(), cases })),
    byCategory: z.array(z.object({ category: z.string(), label: z.string(), cases })),
    byChannel: z.array(z.object({ channel: z.enum(intakeChannels), label: z.string(), cases })),
    byOutcome: z.array(z.object({ outcome: z.enum(outcomes), label: z.string(), cases })),
    byStars: z.array(z.object({ stars: z.int(), cases })),
  })
  .openapi('Statistics')
export type StatisticsView = Shown<typeof statisticsView>
