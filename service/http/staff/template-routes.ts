import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
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
} from '../../desk/templates/templates.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { created, json, nothing, op } from '../operation.ts'
import { staffNames } from '../views/staff-names.ts'
import { offeredViews, templateListView, templateView } from '../views/template-view.ts'

const namesFor = (office: Office, c: Context<AppEnv>) => staffNames(office, c.get('staff').tenant)

export const templateOperations = [
  op('GET /templates', {
    summary: 'The templates of the unit',
    may: ['templates.manage'],
    answer: json(templateList, 'By name, with the places that they can have'),
    does: async ({ office, staff, tenant, c }) =>
      templateListView(await listTemplates(office, staff), tenant, await namesFor(office, c)),
  }),
  op('POST /templates', {
    summary: 'Add a template',
    may: ['templates.manage'],
    body: addSchema,
    answer: created(templateSchema, 'Offered from now on'),
    does: async ({ office, staff, body, c }) =>
      templateView(await addTemplate(office, staff, body), await namesFor(office, c)),
  }),
  op('PUT /templates/{id}', {
    summary: 'Change a template',
    may: ['templates.manage'],
    params: { id: z.string() },
    body: changeSchema,
    answer: json(templateSchema, 'Changed'),
    does: async ({ office, staff, params, body, c }) => {
      const changed = await changeTemplate(office, staff, { ...params, ...body })
      return templateView(changed, await namesFor(office, c))
    },
  }),
  op('DELETE /templates/{id}', {
    summary: 'Remove a template; what was sent with it stays',
    may: ['templates.manage'],
    params: { id: z.string() },
    answer: nothing('Removed'),
    does: async ({ office, staff, params }) => {
      await removeTemplate(office, staff, params.id)
    },
  }),
  op('GET /cases/{number}/templates', {
    summary: 'The templates that fit a case and what one can do to it now, their places filled',
    may: ['cases.read'],
    answer: json(offeredTemplates, 'To be read, changed and sent by a person'),
    does: async ({ office, staff, params }) => {
      const { templates, suggested } = await offerTemplates(office, staff, params.number)
      return { items: offeredViews(templates, suggested) }
    },
  }),
]
