import { z } from '@hono/zod-openapi'
import { object } from './fields.ts'
import type { Shown } from './shown.ts'

/** RFC 9457. `code` is stable; `title` and `detail` are sentences in the caller's language. */
export const problem = object('Problem', {
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
})
export type Problem = Shown<typeof problem>
