import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

/** The background jobs as the answering process last ran them; names are those of metrics, log and runbook. */
export const taskList = z
  .object({
    /** Whether this process runs the jobs that only one of several runs. */
    isOnDuty: z.boolean(),
    /** Requests come through a proxy that is missing in `TRUST_PROXY`. */
    untrustedProxy: z.boolean(),
    /** The service is in use, and `SECURITY_CONTACT` names nobody who hears of a hole. */
    lacksSecurityContact: z.boolean(),
    /** The disk of the data folder: files are refused when `low`, complaints too when `full`. */
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
export type TaskListView = Shown<typeof taskList>
