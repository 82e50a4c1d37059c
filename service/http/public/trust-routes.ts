import { unitTrust } from '../../contract/trust.ts'
import type { Office } from '../office.ts'
import { answers, newApi, route, tenantParam } from '../openapi.ts'
import { trustView } from '../views/trust-view.ts'

const show = route.get('/', {
  summary: 'Whether this is really the office: who vouches for it, and the fingerprint of its key',
  request: { params: tenantParam },
  responses: answers(200, unitTrust, 'What the service knows of the unit'),
})

export function trustRoutes(ports: Office) {
  return newApi().openapi(show, async (c) => {
    c.header('Cache-Control', 'public, max-age=60')
    return c.json(await trustView(c.get('tenant'), ports), 200)
  })
}
