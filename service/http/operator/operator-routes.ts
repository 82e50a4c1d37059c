import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { invitedOperator, inviteOperator as inviteSchema, operatorList } from '../../contract/operators.ts'
import { inviteOperator, listOperators, type OperatorPorts, removeOperator } from '../../offices/managing/operators.ts'
import type { AppEnv } from '../app-env.ts'
import type { Links } from '../links.ts'
import { answers, cookie, jsonBody, newApi, route } from '../openapi.ts'

const list = route.get('/', {
  summary: 'Who runs this service',
  security: cookie,
  responses: answers(200, operatorList, 'All of them'),
})
const invite = route.post('/', {
  summary: 'Invite one more to run this service, or once more who has not come yet',
  security: cookie,
  request: jsonBody(inviteSchema),
  responses: answers(201, invitedOperator, 'All of them; the one-time link is shown here once'),
})
const remove = route.delete('/{id}', {
  summary: 'Let somebody else run this service no more',
  security: cookie,
  request: { params: z.object({ id: z.string().max(60) }) },
  responses: answers(200, operatorList, 'All who are left'),
})

export function operatorRoutes(ports: OperatorPorts & { readonly links: Links }) {
  async function all(c: Context<AppEnv>) {
    const items = (await listOperators(ports)).map(({ id, name, email, passwordHash }) => {
      const state: 'active' | 'invited' = passwordHash ? 'active' : 'invited'
      return { id, name, email, state, isSelf: id === c.get('signedIn').account.id }
    })
    return { items }
  }
  const api = newApi()
  api.openapi(list, async (c) => c.json(await all(c), 200))
  api.openapi(invite, async (c) => {
    const token = await inviteOperator(ports, c.get('signedIn'), c.req.valid('json'))
    return c.json({ ...(await all(c)), setUpUrl: ports.links.invitation(token) }, 201)
  })
  api.openapi(remove, async (c) => {
    await removeOperator(ports, c.get('signedIn'), c.req.valid('param').id)
    return c.json(await all(c), 200)
  })
  return api
}
