import { bringConfirmation, departureView as departureSchema } from '../../contract/departure.ts'
import type { DepartureDesk } from '../../offices/managing/tenants.ts'
import { answers, cookie, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { departureView } from '../views/departure-view.ts'

const confirm = route.post('/{tenant}/departure', {
  summary: 'Bring the confirmation that a moved unit arrived: from now on everybody is led to the new address',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(bringConfirmation) },
  responses: answers(200, departureSchema, 'Confirmed'),
})
const allow = route.post('/{tenant}/departure/deletion', {
  summary: 'Another operator allows that the moved unit is deleted here',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, departureSchema, 'Allowed; it is deleted within a minute'),
})

/** A unit that moved away is deleted by two operators. */
export function departureRoutes({ departures }: { readonly departures: DepartureDesk }) {
  const api = newApi()
  api.openapi(confirm, async (c) => {
    const { confirmation } = c.req.valid('json')
    return c.json(
      departureView(
        await departures.confirm(c.get('signedIn'), c.req.valid('param').tenant, confirmation),
        c.get('signedIn'),
      ),
      200,
    )
  })
  api.openapi(allow, async (c) =>
    c.json(
      departureView(await departures.allowDeletion(c.get('signedIn'), c.req.valid('param').tenant), c.get('signedIn')),
      200,
    ),
  )
  return api
}
