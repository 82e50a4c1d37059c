import { z } from '@hono/zod-openapi'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { listAs } from '../../case/access/cover-for.ts'
import { isWaiting } from '../../case/reporter-rights.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { dataAnswer, dataRequestList } from '../../contract/own-data.ts'
import { answerDataRequest, listDataRequests } from '../../following/rights/rights.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { viewWordings } from '../view-wording.ts'
import { byName, dataRequestViews } from '../views/common-views.ts'
import { type CaseViewPorts, showCase } from '../views/show-case.ts'

const list = route.get('/data-requests', {
  summary: 'Requests of reporters about their own data that wait for an answer',
  ...forStaff('rights.answer'),
  request: { params: tenantParam },
  responses: answers(200, dataRequestList, 'The nearest due first'),
})
const answer = route.post('/cases/{number}/data-requests/{id}/answer', {
  summary: 'Answer a request of a reporter about their own data',
  ...forStaff('rights.answer'),
  request: { params: caseParams.extend({ id: z.string() }), ...jsonBody(dataAnswer) },
  responses: answers(200, caseSchema, 'Answered; the reporter is told'),
})

export function dataRequestRoutes(ports: CaseActionPorts & CaseViewPorts) {
  const view = showCase(ports)
  const api = newApi()
  api.openapi(list, async (c) => {
    const wording = viewWordings[c.get('language')]
    const { calendar } = c.get('tenant').settings
    const found = await listDataRequests(ports, c.get('staff'))
    const cases = await listAs(ports, c.get('staff'), found, c.get('language'))
    const items = cases.flatMap(({ id: number, dossier }) =>
      dataRequestViews(dossier.dataRequests.filter(isWaiting), calendar, wording, ports.now(), byName(wording)).map(
        ({ text: _, answer: __, ...request }) => ({ ...request, number, subject: dossier.subject }),
      ),
    )
    return c.json({ items: items.sort((a, b) => a.dueAt.localeCompare(b.dueAt)) }, 200)
  })
  api.openapi(answer, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await answerDataRequest(ports, c.get('staff'), request)), 200)
  })
  return api
}
