import { z } from '@hono/zod-openapi'
import { statuses } from '../complaints/vocabulary.ts'
import { instant } from './fields.ts'

export const presenceRequest = z
  .strictObject({
    /** The person has begun to write. */
    writes: z.boolean(),
    /** The person has left the case. */
    leaves: z.boolean().optional(),
  })
  .openapi('PresenceRequest')

/** What a screen that shows a case must know now. */
export const surroundingsView = z
  .object({
    revision: z.int(),
    /** What was done last. */
    last: z.object({ at: instant, label: z.string(), by: z.string() }).nullable(),
    /** Who else has the case open, among those who see it. */
    others: z.array(z.object({ name: z.string(), position: z.string(), writes: z.boolean() })),
  })
  .openapi('Surroundings')
export type SurroundingsView = z.infer<typeof surroundingsView>

/** How many cases there are per status, as the viewer may know it: a register that shows others is outdated. */
export const caseCounts = z.object({ counts: z.partialRecord(z.enum(statuses), z.int()) }).openapi('CaseCounts')
export type CaseCounts = z.infer<typeof caseCounts>
