import { z } from '@hono/zod-openapi'
import { failureCauses } from '../offices/vocabulary.ts'
import { day, instant, object } from './fields.ts'

const improvementView = object('Improvement', {
  at: instant,
  by: z.string(),
  cause: z.enum(failureCauses),
  causeText: z.string(),
  change: z.string(),
  /** A name is empty where only a position answers for it. */
  owner: z.object({ name: z.string(), position: z.string() }),
  checkOn: day.nullable(),
  proof: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['file', 'paper']), name: z.string(), on: day }),
    z.object({ kind: z.literal('none'), because: z.string() }),
  ]),
  checks: z.array(z.object({ at: instant, by: z.string(), holds: z.boolean(), text: z.string() })),
})

export const improvementOfCase = {
  /** What went wrong, and what the office changed. The reporter does not read it. */
  improvement: improvementView.nullable(),
  /** The complaint was proven, so closing also names what went wrong and what was changed. */
  owesImprovement: z.boolean(),
}
