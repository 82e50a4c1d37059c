import { createRoute } from '@hono/zod-openapi'
import { bringConfirmation, departureView } from '../../contract/departure.ts'
import type { DepartureDesk } from '../../offices/managing/leave-installation.ts'
import type { Departure } from '../../offices/tenants/departure.ts'
import { answers, cookie, jsonBody, newApi, tenantParam } from '../openapi.ts'

const confirm = createRoute({
  method: 'post',
  path: '/{tenant}/departure',
  summary: 'Bring the confirmation that a moved unit arrived: from now on everybody is led to the new address',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(bringConfirmation) },
  responses: answers(200, departureView, 'Confirmed'),
})
const allow = createRoute({
  method: 'post',
  path: '/{tenant}/departure/deletion',
  summary: 'Another operator allows that the moved unit is deleted here',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, departureView, 'Allowed; it is deleted within a minute'),
})

/** A unit that moved away is deleted by two operators. */
export function departureRoutes({ departures }: { readonly departures: DepartureDesk }) {
  const api = newApi()
  api.openapi(confirm, async (c) => {
    const { confirmation } = c.req.valid('json')
    return c.json(viewOf(await departures.confirm(c.get('signedIn'), c.req.valid('param').tenant, confirmation)), 200)
  })
  api.openapi(allow, async (c) =>
    c.json(viewOf(await departures.allowDeletion(c.get('signedIn'), c.req.valid('param').tenant)), 200),
  )
  return api
}

const viewOf = ({ id, exportedAt, movedTo, confirmedAt, allowedAt, documents }: Departure) => ({
  ...{ tenant: id, exportedAt, movedTo, confirmedAt, allowedAt },
  cases: documents.complaints?.count ?? 0,
})
