import { z } from '@hono/zod-openapi'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { rescheduleTimed as moveSchema, type TimedActName, timedActs, timedBodies } from '../../contract/timed.ts'
import { acts } from '../../desk/case-acts.ts'
import {
  hastenTimed,
  type OfficeTime,
  orderTimed,
  rescheduleTimed,
  type TimedPorts,
  withdrawTimed,
} from '../../desk/timed/timed-acts.ts'
import { actOrderOf } from '../../desk/waiting-order.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route } from '../openapi.ts'
import { type CaseViewPorts, showCase } from '../views/show-case.ts'

const timedParams = caseParams.extend({ timed: z.string().max(60) })

/** What every body has; the acts' table knows the rest. */
interface Ordered {
  readonly revision: number
  readonly on?: OfficeTime | undefined
}
const bodies: Readonly<Record<TimedActName, z.ZodType<Ordered>>> = timedBodies

const order = (verb: TimedActName) =>
  route.post(`/{number}/timed/${verb}`, {
    summary: `Act on a case so that it can be taken back for ten seconds, or at a chosen time: ${verb}`,
    description:
      'It is refused where the act would be. Nothing of it is done or shown to the reporter before its time; it is not done if the case, its author’s rights or, for a chosen time, the reporter’s words changed so that it no longer fits.',
    ...forStaff(...acts[verb].by),
    request: { params: caseParams, ...jsonBody(bodies[verb]) },
    responses: answers(200, caseSchema, 'It waits in the case; or is done, where a date ends within those seconds'),
  })
const withdraw = route.post('/{number}/waiting/{timed}/withdrawal', {
  summary: 'Take back what waits for its time; its words wait where they were typed',
  ...forStaff('cases.read'),
  request: { params: timedParams },
  responses: answers(200, caseSchema, 'Nothing of it was done'),
})
const hasten = route.post('/{number}/waiting/{timed}/haste', {
  summary: 'Send now what waits for its time',
  ...forStaff('cases.read'),
  request: { params: timedParams },
  responses: answers(200, caseSchema, 'Done'),
})
const move = route.put('/{number}/waiting/{timed}', {
  summary: 'Choose another time for what waits',
  ...forStaff('cases.read'),
  request: { params: timedParams, ...jsonBody(moveSchema) },
  responses: answers(200, caseSchema, 'It waits for that time'),
})

export function timedRoutes(ports: TimedPorts & CaseViewPorts) {
  const view = showCase(ports)
  const api = newApi()
  for (const act of timedActs) {
    api.openapi(order(act), async (c) => {
      const { number } = c.req.valid('param')
      const { revision, on, ...filled } = c.req.valid('json')
      const asked = { number, revision, on, order: actOrderOf({ act, ...filled }) }
      return c.json(await view(c, await orderTimed(ports, c.get('staff'), asked)), 200)
    })
  }
  api.openapi(withdraw, async (c) => {
    const { number, timed: id } = c.req.valid('param')
    return c.json(await view(c, await withdrawTimed(ports, c.get('staff'), { number, id })), 200)
  })
  api.openapi(hasten, async (c) => {
    const { number, timed: id } = c.req.valid('param')
    return c.json(await view(c, await hastenTimed(ports, c.get('staff'), { number, id })), 200)
  })
  api.openapi(move, async (c) => {
    const { number, timed: id } = c.req.valid('param')
    const { on } = c.req.valid('json')
    return c.json(await view(c, await rescheduleTimed(ports, c.get('staff'), { number, id }, on)), 200)
  })
  return api
}
