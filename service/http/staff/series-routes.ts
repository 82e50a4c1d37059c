import type { Context } from 'hono'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import {
  changeSeries as changeSchema,
  offeredSeries,
  orderSeries as orderSchema,
  seriesList,
  usableSeries,
} from '../../contract/series.ts'
import { bulkPermissions, listSeries } from '../../desk/bulk/bulk-orders.ts'
import { readWritten, type ShownWritten, type WritingPorts } from '../../desk/rules/rule-changes.ts'
import { changeSeries, offerSeries, orderSeries, type SeriesPorts } from '../../desk/series/series.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { offeredSeriesView, seriesListView } from '../views/series-view.ts'
import { type CaseViewPorts, showCase } from '../views/show-case.ts'
import { staffNames } from '../views/staff-names.ts'

const configuring = forStaff('tenant.configure')

const list = route.get('/series', {
  summary: 'The series of acts of the unit: several acts on a case as one button',
  ...configuring,
  request: { params: tenantParam },
  responses: answers(200, seriesList, 'In the order of their menu, with who changed what, and what can be chosen'),
})
const change = route.put('/series', {
  summary: 'Replace the series of acts of the unit',
  ...configuring,
  request: { params: tenantParam, ...jsonBody(changeSchema) },
  responses: answers(200, seriesList, 'They are offered from now on'),
})
const usable = route.get('/bulk-series', {
  summary: 'The series of acts that one may do on several cases',
  ...forStaff(...bulkPermissions),
  request: { params: tenantParam },
  responses: answers(200, usableSeries, 'In the order of their menu'),
})
const offer = route.get('/cases/{number}/series', {
  summary: 'The series of acts of which each step would be accepted on the case as it stands',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, offeredSeries, 'Each with what it would do and write'),
})
const order = route.post('/cases/{number}/series', {
  summary: 'Do a series of acts on a case, so that it can be taken back for ten seconds',
  description:
    'It is refused where one of its steps would be. Nothing of it is done before those seconds are over; then all of it is done in one write, or nothing.',
  ...forStaff('cases.read'),
  request: { params: caseParams, ...jsonBody(orderSchema) },
  responses: answers(200, caseSchema, 'It waits in the case; or is done, where a date ends within those seconds'),
})

export function seriesRoutes(ports: SeriesPorts & WritingPorts & CaseViewPorts) {
  const view = showCase(ports)
  const api = newApi()
  const shown = async (c: Context<AppEnv>, written: ShownWritten) =>
    seriesListView(written, await staffNames(ports, c.get('staff').tenant))

  api.openapi(list, async (c) => c.json(await shown(c, await readWritten(ports, c.get('staff'))), 200))
  api.openapi(change, async (c) =>
    c.json(await shown(c, await changeSeries(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  api.openapi(usable, async (c) => {
    const items = await listSeries(ports, c.get('staff'))
    return c.json({ items: items.map(({ id, name }) => ({ id, name })) }, 200)
  })
  api.openapi(offer, async (c) => {
    const { tenant } = c.get('staff')
    const offered = await offerSeries(ports, c.get('staff'), c.req.valid('param').number)
    const { settings } = await ports.tenants.get(tenant)
    return c.json(offeredSeriesView(offered, settings, await staffNames(ports, tenant)), 200)
  })
  api.openapi(order, async (c) => {
    const { number } = c.req.valid('param')
    return c.json(await view(c, await orderSeries(ports, c.get('staff'), { number, ...c.req.valid('json') })), 200)
  })
  return api
}
