import { z } from '@hono/zod-openapi'
import { intakeChannels, outcomes, statuses } from '../complaints/vocabulary.ts'

/** `null`: hidden, for it could tell who it is about. */
const cases = z.int().nullable()
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

/** Of which cases the figures are; the last twelve months where nothing is said. At most ten years. */
export const statisticsQuery = z
  .object({ from: month.optional(), to: month.optional(), category: z.string().max(60).optional() })
  .refine(({ from, to }) => !from === !to, { path: ['to'], error: 'incomplete' })
  .refine(({ from = '', to = '' }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 10, {
    path: ['from'],
    error: 'too-long',
  })

const day = z.string()

/** Counts of a unit. From whoever may not read its cases, small ones are hidden. */
export const statisticsView = z
  .object({
    hidesSmall: z.boolean(),
    period: z.object({ from: z.string(), to: z.string() }),
    total: cases,
    /** How many of them come from the unit's own old register: their answers and dates were not measured here. */
    fromBook: cases,
    /** The months before, where they can be compared. */
    before: z.object({ total: z.int(), inTimePercent: z.int().nullable() }).nullable(),
    /** Cases without an end, whenever they were received. */
    open: cases,
    /** Cases of which a date has passed. */
    overdue: cases,
    inTime: cases,
    late: cases,
    /** How many of a hundred answers came in time; `null`: too few to say. */
    inTimePercent: z.int().nullable(),
    averageStars: z.number().nullable(),
    /** By the days on which they were received; `from: null`: all that came before. */
    inflow: z.array(z.object({ from: day.nullable(), to: day, cases })),
    inflowBy: z.enum(['week', 'month']),
    /** Open cases by how many days ago they were received at most; `null`: longer ago. */
    byAge: z.array(z.object({ from: day.nullable(), to: day, days: z.int().nullable(), cases })),
    byStatus: z.array(z.object({ status: z.enum(statuses), label: z.string(), cases })),
    byCategory: z.array(z.object({ category: z.string(), label: z.string(), cases })),
    byChannel: z.array(z.object({ channel: z.enum(intakeChannels), label: z.string(), cases })),
    byOutcome: z.array(z.object({ outcome: z.enum(outcomes), label: z.string(), cases })),
    byStars: z.array(z.object({ stars: z.int(), cases })),
  })
  .openapi('Statistics')
export type StatisticsView = z.infer<typeof statisticsView>
