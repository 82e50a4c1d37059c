import { z } from '@hono/zod-openapi'
import { figureNames } from '../offices/report-figures.ts'
import { intakeChannels, outcomes, statuses, timelinesses } from '../offices/vocabulary.ts'
import { labelId } from './fields.ts'

const day = z.iso.date()

/** Lists are comma-separated. */
export const registerQuery = z.object({
  status: z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.enum(statuses)))
    .optional()
    .openapi({
      type: 'string',
      pattern: `^(${statuses.join('|')})?(,(${statuses.join('|')})?)*$`,
      example: 'received,in_progress',
    }),
  category: z.string().max(60).optional(),
  /** `me`, `none`, or the id of a member of staff. */
  assignee: z.string().max(64).optional(),
  due: z.enum(['overdue', 'soon']).optional(),
  /** Days at the office between which they were received, both included. */
  from: day.optional(),
  to: day.optional(),
  channel: z.enum(intakeChannels).optional(),
  outcome: z.enum(outcomes).optional(),
  timeliness: z.enum(timelinesses).optional(),
  stars: z.coerce.number().int().min(1).max(5).optional(),
  /** Cases that this figure of a report counts. */
  figure: z.enum(figureNames).optional(),
  /** A place, as a report names it: a keyed hash. */
  place: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** Cases that were open at the end of this day. */
  openOn: day.optional(),
  /** A label of the unit's own. */
  label: labelId.optional(),
  /** Words of the place of the event; each must be in it, in one of its forms. */
  placeWords: z.string().trim().max(100).optional(),
  q: z.string().trim().max(200).optional(),
  sort: z.enum(['received_desc', 'received_asc', 'due_asc']).default('received_desc'),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
