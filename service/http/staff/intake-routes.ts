import { intakeRequest } from '../../contract/complaint-request.ts'
import { receiptView as receiptSchema } from '../../contract/complaint-view.ts'
import { type EnterPorts, enterComplaint } from '../../filing/enter-complaint.ts'
import { readEntry } from '../entry-request.ts'
import type { Links } from '../links.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { idempotencyHeader, idempotencyKeyOf } from '../public/filing-routes.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'

const enter = route.post('/', {
  summary: 'Enter a complaint made at the counter, by phone, fax, letter or e-mail',
  ...forStaff('cases.enter'),
  request: { params: tenantParam, headers: idempotencyHeader, ...jsonBody(intakeRequest) },
  responses: answers(201, receiptSchema, 'Received: written durably, numbered, with its tracking code'),
})

export function intakeRoutes(ports: EnterPorts & { readonly links: Links }) {
  return newApi().openapi(enter, async (c) => {
    const tenant = c.get('tenant')
    const { given, receiving, body } = readEntry(c.req.valid('json'))
    const received = await enterComplaint(ports, c.get('staff'), tenant, given, receiving, {
      idempotencyKey: idempotencyKeyOf(c),
      ...{ body, draft: c.req.valid('json').draft },
    })
    const context = { wording: viewWordings[c.get('language')], links: ports.links, now: ports.now() }
    return c.json(receiptView(received.complaint, received.trackingCode, tenant, context), 201)
  })
}
