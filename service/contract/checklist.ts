import { z } from '@hono/zod-openapi'
import { instant, requiredText, strictObject } from './fields.ts'
import type { Shown } from './shown.ts'

const step = z.object({
  /** By this it is ticked. */
  step: z.string(),
  /** The same in the reader's language. */
  label: z.string(),
  ticked: z.object({ by: z.string(), at: instant }).nullable(),
  /** It was ticked, and the category of the case does not have it any more. */
  former: z.boolean(),
})

/** The checklist of a case; empty where its category has none. */
export const checklist = z.object({ steps: z.array(step) })
export type Checklist = Shown<typeof checklist>

export const checklistView = checklist.openapi('Checklist')

export const tickStep = strictObject('TickStep', { step: requiredText(120), on: z.boolean() })
