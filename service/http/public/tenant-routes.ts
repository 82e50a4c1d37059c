import { createRoute } from '@hono/zod-openapi'
import { tenantView as tenantSchema } from '../../contract/tenant-view.ts'
import { answers, newApi, tenantParam } from '../openapi.ts'
import { type TenantViewPorts, tenantView } from '../views/tenant-view.ts'
import { speechIn } from '../wording/speech.ts'

const showTenant = createRoute({
  method: 'get',
  path: '/',
  summary: 'What the widget needs to know about a unit',
  request: { params: tenantParam },
  responses: answers(200, tenantSchema, 'The unit, its texts in the language asked for'),
})

export function tenantRoutes(ports: TenantViewPorts) {
  return newApi().openapi(showTenant, (c) => {
    c.header('Cache-Control', 'public, max-age=60')
    return c.json(tenantView(c.get('tenant'), { ...ports, speech: speechIn[c.get('language')] }), 200)
  })
}
