import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { requestQuery, serviceDefinition, serviceList, serviceRequests } from '../../contract/programs.ts'
import { findOpenRecord, listOpenRecords, openedCategories } from '../../register/open311/open-records.ts'
import { parseDay } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { newApi, refusals, route, tenantParam } from '../openapi.ts'
import { sentenceFor } from '../problem.ts'
import { viewWordings } from '../view-wording.ts'
import { requestView, serviceView, xmlOf } from '../views/program-view.ts'

type Format = 'json' | 'xml'
const formats = ['json', 'xml'] as const
const file = tenantParam.extend({ file: z.string().openapi({ example: 'jalan_rusak.json' }) })

const answersIn = (schema: z.ZodType, description: string) => ({
  200: {
    description,
    content: { 'application/json': { schema }, 'text/xml': { schema: z.string() } },
  },
  ...refusals,
})

const services = (format: Format) =>
  route.get(`/services.${format}`, {
    summary: `Open311: categories that the unit opened, as ${format.toUpperCase()}`,
    request: { params: tenantParam },
    responses: answersIn(serviceList, 'GeoReport v2 services'),
  })
const definition = route.get('/services/{file}', {
  summary: 'Open311: what a category asks, its code followed by .json or .xml',
  request: { params: file },
  responses: answersIn(serviceDefinition, 'GeoReport v2 service definition'),
})
const requests = (format: Format) =>
  route.get(`/requests.${format}`, {
    summary: `Open311: how complaints in opened categories go, as ${format.toUpperCase()}`,
    request: { params: tenantParam, query: requestQuery },
    responses: answersIn(serviceRequests, 'GeoReport v2 service requests: categories, statuses and days'),
  })
const request = route.get('/requests/{file}', {
  summary: 'Open311: how one complaint goes, its id followed by .json or .xml',
  request: { params: file },
  responses: answersIn(serviceRequests, 'GeoReport v2 service request'),
})

/**
 * The reading half of Open311 GeoReport v2, for users of open data.
 * @see https://wiki.open311.org/GeoReport_v2/
 */
export function open311Routes(ports: ApiOffice) {
  const api = newApi()
  api.use(async (c, next) => {
    ports.limits.before('checking', ports.addressOf(c))
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    c.header('Cache-Control', 'public, max-age=600')
    await next()
  })

  function answer(
    c: Context<AppEnv>,
    format: Format,
    names: readonly [string, string],
    items: readonly object[] | object,
  ) {
    if (format === 'json') return c.json(items, 200)
    return c.body(xmlOf(names, items), 200, { 'Content-Type': 'text/xml; charset=utf-8' })
  }

  /** GeoReport wants errors of named resources as a list, in the requested format. */
  async function answerWithFormat(
    c: Context<AppEnv>,
    name: string,
    show: (name: string, format: Format) => Promise<Response>,
  ) {
    const [, asked = '', format = 'json'] = /^(.+)\.(json|xml)$/.exec(name) ?? []
    try {
      return await show(asked, format as Format)
    } catch (cause) {
      if (!(cause instanceof Refusal) || cause.code !== 'open-records/unknown') throw cause
      const errors = [{ code: 404, description: sentenceFor(cause.code, c.get('language')) }]
      if (format === 'json') return c.json(errors, 404)
      return c.body(xmlOf(['errors', 'error'], errors), 404, { 'Content-Type': 'text/xml; charset=utf-8' })
    }
  }

  const contextOf = (c: Context<AppEnv>) => ({ tenant: c.get('tenant'), wording: viewWordings[c.get('language')] })

  for (const format of formats) {
    api.openapi(services(format), (c) => {
      const found = openedCategories(c.get('tenant')).map((one) => serviceView(one, contextOf(c)))
      return answer(c, format, ['services', 'service'], found) as never
    })
    api.openapi(requests(format), async (c) => {
      const { service_request_id: ids, service_code: category, status, start_date, end_date } = c.req.valid('query')
      const [from, to] = [start_date, end_date].map((at) => (at === undefined ? at : parseDay(at.slice(0, 10))))
      const days = { from, to }
      const found = ids
        ? await Promise.all(
            ids
              .split(',')
              .slice(0, 20)
              .map((id) => findOpenRecord(ports, c.get('tenant'), id)),
          )
        : await listOpenRecords(ports, c.get('tenant'), { category, status, ...days })
      const shownThere = found.map((one) => requestView(one, contextOf(c)))
      return answer(c, format, ['service_requests', 'request'], shownThere) as never
    })
  }
  api.openapi(
    definition,
    (c) =>
      answerWithFormat(c, c.req.valid('param').file, async (code, format) => {
        if (!openedCategories(c.get('tenant')).some((one) => one.code === code))
          throw new Refusal('not-found', 'open-records/unknown')
        // Filing by Open311 is not offered, so there are no attributes.
        return answer(c, format, ['service_definition', 'attribute'], { service_code: code, attributes: [] })
      }) as never,
  )
  api.openapi(
    request,
    (c) =>
      answerWithFormat(c, c.req.valid('param').file, async (id, format) => {
        const found = requestView(await findOpenRecord(ports, c.get('tenant'), id), contextOf(c))
        return answer(c, format, ['service_requests', 'request'], [found])
      }) as never,
  )
  return api
}
