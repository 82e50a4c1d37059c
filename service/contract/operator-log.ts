import { z } from '@hono/zod-openapi'
import { loggedActs } from '../offices/act-vocabulary.ts'
import { logLine } from './log-view.ts'
import type { Shown } from './shown.ts'

export const operatorLogQuery = z.object({
  /** An operator's id as `operators` gives it, or `system`. */
  by: z.string().max(60).optional(),
  act: z.enum(loggedActs).optional(),
  cursor: z.string().max(1_000).optional(),
})

/** The newest comes first. */
export const operatorLog = z
  .object({
    /** Each entry is about an office, a version or an announcement. */
    items: z.array(logLine),
    nextCursor: z.string().nullable(),
    operators: z.array(z.object({ id: z.string(), name: z.string() })),
    /**
     * Only on the first page: how many entries were read to verify the chain, and how many differ from what was
     * written.
     */
    chain: z.object({ entries: z.int(), faults: z.int() }).nullable(),
  })
  .openapi('OperatorLog')
export type OperatorLogView = Shown<typeof operatorLog>
