import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { listAs } from '../../case/access/cover-for.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { holdCase as holdSchema, retentionView as retentionSchema } from '../../contract/retention.ts'
import { holdCase, listRetention } from '../../keeping/retention/retention.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { retentionView } from '../views/retention-view.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'

const list = route.get('/retention', {
  summary: 'Cases and identities that are past their time, and cases that are held back',
  ...forStaff('retention.manage'),
  request: { params: tenantParam },
  responses: answers(200, retentionSchema, 'The longest ended first'),
})
const hold = route.post('/cases/{number}/hold', {
  summary: 'Hold a case back from destruction, or let its time count again',
  ...forStaff('retention.manage'),
  request: { params: caseParams, ...jsonBody(holdSchema) },
  responses: answers(200, caseSchema, 'The case as it stands now'),
})

export function retentionRoutes(ports: CaseActionPorts & CaseViewPorts) {
  const caseSeen = showCase(ports)
  const api = newApi()
  api.openapi(list, async (c) => {
    const due = await listRetention(ports, c.get('staff'))
    const held = await listAs(ports, c.get('staff'), due.held, c.get('language'))
    return c.json(retentionView({ ...due, held }, await viewContextOf(c, ports)), 200)
  })
  api.openapi(hold, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await caseSeen(c, await holdCase(ports, c.get('staff'), request)), 200)
  })
  return api
}
