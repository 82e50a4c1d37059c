import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  authorityNotified,
  breachNotice,
  concludeIncident as conclusionSchema,
  correctIncident as correctionSchema,
  incidentList,
  incidentView as incidentSchema,
  pickCase as pickSchema,
  recordIncident as recordSchema,
  tellAffected as tellSchema,
} from '../../contract/incidents.ts'
import type { Incident } from '../../keeping/incidents/incident.ts'
import {
  concludeIncident,
  correctIncident,
  editNotice,
  hideCases,
  type IncidentPorts,
  listIncidents,
  notifyAffected,
  pickCase,
  readIncident,
  recordAuthorityNotified,
  recordIncident,
} from '../../keeping/incidents/incidents.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { incidentLine, incidentView } from '../views/incident-view.ts'
import { type CaseViewPorts, viewContextOf } from '../views/show-case.ts'

const params = tenantParam.extend({ id: z.string() })
const handled = forStaff('incidents.handle')

const list = route.get('/incidents', {
  summary: 'The breach register',
  ...handled,
  request: { params: tenantParam, query: z.object({ cursor: z.string().max(1_000).optional() }) },
  responses: answers(200, incidentList, 'A page of it, the newest discovery first'),
})
const record = route.post('/incidents', {
  summary: 'Record an incident; the cases that its accounts touched are found in the access log',
  ...handled,
  request: { params: tenantParam, ...jsonBody(recordSchema) },
  responses: answers(201, incidentSchema, 'Recorded; the 72 hours run from its discovery'),
})
const read = route.get('/incidents/{id}', {
  summary: 'An incident, its affected cases and the drafts of its notices',
  ...handled,
  request: { params },
  responses: answers(200, incidentSchema, 'The incident'),
})
const correct = route.put('/incidents/{id}', {
  summary: 'Say what is known now; the affected cases are found anew',
  ...handled,
  request: { params, ...jsonBody(correctionSchema) },
  responses: answers(200, incidentSchema, 'Corrected'),
})
const pick = route.post('/incidents/{id}/cases', {
  summary: 'Add a case by hand, or leave one out with a reason',
  ...handled,
  request: { params, ...jsonBody(pickSchema) },
  responses: answers(200, incidentSchema, 'The incident with its cases'),
})
const notice = route.put('/incidents/{id}/notice', {
  summary: 'Edit the notice to reporters',
  ...handled,
  request: { params, ...jsonBody(breachNotice) },
  responses: answers(200, incidentSchema, 'Kept'),
})
const tell = route.post('/incidents/{id}/notice/sending', {
  summary: 'Tell the reporters of all affected cases that were not told yet',
  ...handled,
  request: { params, ...jsonBody(tellSchema) },
  responses: answers(200, incidentSchema, 'On the pages of the reporters, and on its way to them'),
})
const authority = route.post('/incidents/{id}/authority', {
  summary: 'Write down what the authority was told, and how',
  ...handled,
  request: { params, ...jsonBody(authorityNotified) },
  responses: answers(200, incidentSchema, 'Written down'),
})
const conclude = route.post('/incidents/{id}/closing', {
  summary: 'Close an incident with what was learned',
  ...handled,
  request: { params, ...jsonBody(conclusionSchema) },
  responses: answers(200, incidentSchema, 'Closed'),
})

export function incidentRoutes(ports: IncidentPorts & CaseViewPorts) {
  const api = newApi()
  const view = async (c: Context<AppEnv>, incident: Incident) =>
    incidentView(await hideCases(ports, c.get('staff'), incident), await viewContextOf(c, ports))

  api.openapi(list, async (c) => {
    const { items, nextCursor } = await listIncidents(ports, c.get('staff'), c.req.valid('query').cursor)
    const context = await viewContextOf(c, ports)
    const accounts = [...context.members.values()].map(({ id, name, position }) => ({ id, name, position }))
    return c.json({ items: items.map((incident) => incidentLine(incident, context)), nextCursor, accounts }, 200)
  })
  api.openapi(record, async (c) =>
    c.json(await view(c, await recordIncident(ports, c.get('staff'), c.req.valid('json'))), 201),
  )
  api.openapi(read, async (c) => {
    const seen = await readIncident(ports, c.get('staff'), c.req.valid('param').id)
    return c.json(incidentView(seen, await viewContextOf(c, ports)), 200)
  })
  api.openapi(correct, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await correctIncident(ports, c.get('staff'), request)), 200)
  })
  api.openapi(pick, async (c) => {
    const { leftOutBecause = null, ...request } = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await pickCase(ports, c.get('staff'), { ...request, leftOutBecause })), 200)
  })
  api.openapi(notice, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await editNotice(ports, c.get('staff'), request)), 200)
  })
  api.openapi(tell, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await notifyAffected(ports, c.get('staff'), request)), 200)
  })
  api.openapi(authority, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await recordAuthorityNotified(ports, c.get('staff'), request)), 200)
  })
  api.openapi(conclude, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await concludeIncident(ports, c.get('staff'), request)), 200)
  })
  return api
}
