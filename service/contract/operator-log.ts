import { z } from '@hono/zod-openapi'
import { loggedActs } from '../complaints/vocabulary.ts'
import { logLine } from './log-view.ts'

export const operatorLogQuery = z.object({
  /** Id of an operator, as `operators` names them, or `system`. */
  by: z.string().max(60).optional(),
  act: z.enum(loggedActs).optional(),
  cursor: z.string().max(1_000).optional(),
})

/** A page of what operators and the machine did, newest first, and whether the whole log is as it was written. */
export const operatorLog = z
  .object({
    /** Each about a unit, a version or an announcement. */
    items: z.array(logLine),
    nextCursor: z.string().nullable(),
    operators: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Of the first page: how many lines were read to verify the chain, and how many are not as they were written. */
    chain: z.object({ entries: z.int(), faults: z.int() }).nullable(),
  })
  .openapi('OperatorLog')
export type OperatorLogView = z.infer<typeof operatorLog>
