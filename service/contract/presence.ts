import { z } from '@hono/zod-openapi'
import { statuses } from '../offices/vocabulary.ts'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

export const presenceRequest = z
  .strictObject({
    writes: z.boolean(),
    leaves: z.boolean().optional(),
  })
  .openapi('PresenceRequest')

/** What a screen that shows a case must know now. */
export const surroundingsView = z
  .object({
    revision: z.int(),
    last: z.object({ at: instant, label: z.string(), by: z.string() }).nullable(),
    /** Others who have the case open, among those who see it. */
    others: z.array(z.object({ name: z.string(), position: z.string(), writes: z.boolean() })),
  })
  .openapi('Surroundings')
export type SurroundingsView = Shown<typeof surroundingsView>

/** Counts of the cases that the viewer may know of; a register that shows others is outdated. */
export const caseCounts = z.object({ counts: z.partialRecord(z.enum(statuses), z.int()) }).openapi('CaseCounts')
export type CaseCounts = Shown<typeof caseCounts>
