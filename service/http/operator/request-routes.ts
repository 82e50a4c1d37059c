import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { decideApproval } from '../../contract/approvals.ts'
import { staffRequestList } from '../../contract/operators.ts'
import { decideAsOperator, type RequestPorts, requestsForOperator } from '../../keeping/accounts/carry-out-request.ts'
import { personActs } from '../../offices/act-vocabulary.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, cookie, jsonBody, newApi, route } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { personOf } from '../views/approval-view.ts'
import { byName } from '../views/common-views.ts'

const list = route.get('/', {
  summary: 'Requests about staff for which the unit has no second person',
  security: cookie,
  responses: answers(200, staffRequestList, 'All that wait'),
})
const decide = route.post('/{tenant}/{id}/decision', {
  summary: 'Say yes or no as the second person that the unit lacks',
  security: cookie,
  request: { params: z.object({ tenant: z.string().max(60), id: z.string().max(60) }), ...jsonBody(decideApproval) },
  responses: answers(200, staffRequestList, 'All that wait now'),
})

export function operatorRequestRoutes(ports: RequestPorts) {
  async function waiting(c: Context<AppEnv>) {
    const wording = viewWordings[c.get('language')]
    const items = (await requestsForOperator(ports)).map(async (approval) => {
      const { id, tenant, act, askedAt, content } = approval
      const { name } = (await ports.tenants.get(tenant)).settings
      const by = byName(wording)(content.askedBy)
      const [personAct] = personActs.filter((one) => one === act)
      const person = personOf(approval, wording)
      if (!person || !personAct) return []
      return [{ id, tenant, unit: name, act: personAct, askedAt, by, reason: content.reason, person }]
    })
    return { items: (await Promise.all(items)).flat() }
  }
  const api = newApi()
  api.openapi(list, async (c) => c.json(await waiting(c), 200))
  api.openapi(decide, async (c) => {
    const { tenant, id } = c.req.valid('param')
    const decision = { tenant, id, ...c.req.valid('json') }
    await decideAsOperator(ports, c.get('signedIn'), decision, c.get('language'))
    return c.json(await waiting(c), 200)
  })
  return api
}
