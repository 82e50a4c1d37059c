import { z } from '@hono/zod-openapi'
import { labelColours } from '../offices/vocabulary.ts'
import { object } from './fields.ts'
import type { Shown } from './shown.ts'

/** A label of the unit's own, as staff see it. */
export const labelView = object('Label', { id: z.string(), name: z.string(), colour: z.enum(labelColours) })
export type LabelView = Shown<typeof labelView>
