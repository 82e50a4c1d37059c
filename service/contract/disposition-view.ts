import { z } from '@hono/zod-openapi'
import { dispatchInstructions } from '../offices/vocabulary.ts'
import { instant, object } from './fields.ts'
import type { Shown } from './shown.ts'

/** The first assignment is the leader's. */
export const dispositionView = object('Disposition', {
  id: z.string(),
  at: instant,
  by: z.string(),
  assignments: z.array(
    z.object({
      name: z.string(),
      position: z.string(),
      instructions: z.array(z.enum(dispatchInstructions)),
      text: z.string().nullable(),
      dueOn: z.string().nullable(),
      done: z.object({ at: instant, text: z.string(), by: z.string().optional() }).nullable(),
      /** The viewer carries it out, and can tell what they did. */
      own: z.boolean(),
    }),
  ),
})
export type DispositionView = Shown<typeof dispositionView>
