import { z } from '@hono/zod-openapi'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { rescheduleTimed as moveSchema, type TimedActName, timedActs, timedBodies } from '../../contract/timed.ts'
import { acts } from '../../desk/case-acts.ts'
import {
  hastenTimed,
  type OfficeTime,
  orderTimed,
  rescheduleTimed,
  withdrawTimed,
} from '../../desk/timed/timed-acts.ts'
import { actOrderOf } from '../../desk/waiting-order.ts'
import { json, op, type Wire } from '../operation.ts'
import { showCase } from '../views/show-case.ts'

/** What every body has; the acts' table knows the rest. */
interface Ordered {
  readonly revision: number
  readonly on?: OfficeTime | undefined
}
const bodies: Readonly<Record<TimedActName, z.ZodType<Ordered>>> = timedBodies

/** An act on a case that waits for its time. */
const timedAct = (verb: TimedActName) =>
  op('POST /cases/{number}/timed/', {
    summary: `Act on a case so that it can be taken back for ten seconds, or at a chosen time: ${verb}`,
    description:
      'It is refused where the act would be. Nothing of it is done or shown to the reporter before its time; it is not done if the case, its author’s rights or, for a chosen time, the reporter’s words changed so that it no longer fits.',
    may: acts[verb].by,
    body: bodies[verb],
    answer: json(caseSchema, 'It waits in the case; or is done, where a date ends within those seconds'),
    does: async ({ office, staff, params: { number }, body: { revision, on, ...filled }, c }) => {
      const asked = { number, revision, on, order: actOrderOf({ act: verb, ...filled }) }
      return showCase(office, c, await orderTimed(office, staff, asked))
    },
  }).at(`POST /cases/{number}/timed/${verb}`)

/** Each takes a body of its own. */
export type TimedOperations = {
  readonly [Verb in TimedActName as `POST /cases/{number}/timed/${Verb}`]: Wire<
    'number',
    undefined,
    (typeof timedBodies)[Verb],
    typeof caseSchema
  >
}

export const timedOperations = [
  ...timedActs.map(timedAct),
  op('POST /cases/{number}/waiting/{timed}/withdrawal', {
    summary: 'Take back what waits for its time; its words wait where they were typed',
    may: ['cases.read'],
    params: { timed: z.string().max(60) },
    answer: json(caseSchema, 'Nothing of it was done'),
    does: async ({ office, staff, params, c }) => {
      const { number, timed: id } = params
      return showCase(office, c, await withdrawTimed(office, staff, { number, id }))
    },
  }),
  op('POST /cases/{number}/waiting/{timed}/haste', {
    summary: 'Send now what waits for its time',
    may: ['cases.read'],
    params: { timed: z.string().max(60) },
    answer: json(caseSchema, 'Done'),
    does: async ({ office, staff, params, c }) => {
      const { number, timed: id } = params
      return showCase(office, c, await hastenTimed(office, staff, { number, id }))
    },
  }),
  op('PUT /cases/{number}/waiting/{timed}', {
    summary: 'Choose another time for what waits',
    may: ['cases.read'],
    params: { timed: z.string().max(60) },
    body: moveSchema,
    answer: json(caseSchema, 'It waits for that time'),
    does: async ({ office, staff, params, body, c }) => {
      const { number, timed: id } = params
      const { on } = body
      return showCase(office, c, await rescheduleTimed(office, staff, { number, id }, on))
    },
  }),
]
