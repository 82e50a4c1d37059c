import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'

/** The machine's own tasks as the process that answers last did them; names are those of metrics, log and runbook. */
export const taskList = z
  .object({
    /** Whether this process does what only one of several does. */
    isOnDuty: z.boolean(),
    /** Requests come through a proxy that `TRUST_PROXY` does not let this process believe. */
    untrustedProxy: z.boolean(),
    /** The disk of the data folder: `low` when files are refused, `full` when complaints are. */
    disk: z.object({ room: z.enum(['enough', 'low', 'full']), free: z.number(), reserve: z.number() }),
    items: z.array(
      z.object({
        name: z.string(),
        everySeconds: z.number(),
        isForOne: z.boolean(),
        last: z.object({ endedAt: instant, milliseconds: z.number(), hasFailed: z.boolean() }).nullable(),
        lastFailure: z.object({ at: instant, fault: z.string() }).nullable(),
        nextAt: instant.nullable(),
      }),
    ),
  })
  .openapi('TaskList')
export type TaskListView = z.infer<typeof taskList>
