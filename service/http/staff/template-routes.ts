import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import {
  addTemplate as addSchema,
  changeTemplate as changeSchema,
  offeredTemplates,
  templateList,
  templateView as templateSchema,
} from '../../contract/templates.ts'
import {
  addTemplate,
  changeTemplate,
  listTemplates,
  offerTemplates,
  removeTemplate,
  type TemplatePorts,
} from '../../desk/templates/templates.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { staffNames } from '../views/staff-names.ts'
import { offeredViews, templateListView, templateView } from '../views/template-view.ts'

const params = tenantParam.extend({ id: z.string() })
const managing = forStaff('templates.manage')

const list = route.get('/templates', {
  summary: 'The templates of the unit',
  ...managing,
  request: { params: tenantParam },
  responses: answers(200, templateList, 'By name, with the places that they can have'),
})
const add = route.post('/templates', {
  summary: 'Add a template',
  ...managing,
  request: { params: tenantParam, ...jsonBody(addSchema) },
  responses: answers(201, templateSchema, 'Offered from now on'),
})
const change = route.put('/templates/{id}', {
  summary: 'Change a template',
  ...managing,
  request: { params, ...jsonBody(changeSchema) },
  responses: answers(200, templateSchema, 'Changed'),
})
const remove = route.delete('/templates/{id}', {
  summary: 'Remove a template; what was sent with it stays',
  ...managing,
  request: { params },
  responses: { 204: { description: 'Removed' }, ...refusals },
})
const offer = route.get('/cases/{number}/templates', {
  summary: 'The templates that fit a case and what one can do to it now, their places filled',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, offeredTemplates, 'To be read, changed and sent by a person'),
})

export function templateRoutes(ports: TemplatePorts & CaseActionPorts & { readonly staff: StaffDirectory }) {
  const api = newApi()
  const namesFor = (c: Context<AppEnv>) => staffNames(ports, c.get('staff').tenant)

  api.openapi(list, async (c) =>
    c.json(templateListView(await listTemplates(ports, c.get('staff')), c.get('tenant'), await namesFor(c)), 200),
  )
  api.openapi(add, async (c) =>
    c.json(templateView(await addTemplate(ports, c.get('staff'), c.req.valid('json')), await namesFor(c)), 201),
  )
  api.openapi(change, async (c) => {
    const changed = await changeTemplate(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.json(templateView(changed, await namesFor(c)), 200)
  })
  api.openapi(remove, async (c) => {
    await removeTemplate(ports, c.get('staff'), c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(offer, async (c) => {
    const { templates, suggested } = await offerTemplates(ports, c.get('staff'), c.req.valid('param').number)
    return c.json({ items: offeredViews(templates, suggested) }, 200)
  })
  return api
}
