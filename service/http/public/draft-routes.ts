import { carriedDraft, carriedUntil, draftHandle, noDraft, sealedDraft } from '../../contract/carried-draft.ts'
import { carryDraft, dropCarriedDraft, openCarriedDraft } from '../../filing/enter-complaint.ts'
import type { Office } from '../office.ts'
import { answers, jsonBody, newApi, route, tenantParam } from '../openapi.ts'

// The handle is in the body, because addresses are logged.
const carry = route.post('/', {
  summary: 'Keep a sealed draft for a day, to go on with it on another device or at the counter',
  request: { params: tenantParam, ...jsonBody(carriedDraft) },
  responses: answers(201, carriedUntil, 'Kept until then, or until it is sent'),
})
const open = route.post('/opening', {
  summary: 'Fetch a sealed draft by its handle',
  request: { params: tenantParam, ...jsonBody(draftHandle) },
  responses: answers(200, sealedDraft, 'As it was sealed'),
})
const drop = route.post('/destruction', {
  summary: 'Destroy a sealed draft',
  request: { params: tenantParam, ...jsonBody(draftHandle) },
  responses: answers(200, noDraft, 'There is none under this handle any more'),
})

export function draftRoutes(ports: Office) {
  const api = newApi()
  api.use('*', async (c, next) => {
    ports.limits.before('carrying', ports.addressOf(c))
    c.header('Cache-Control', 'no-store')
    await next()
  })
  api.openapi(carry, async (c) =>
    c.json({ expiresAt: await carryDraft(ports, c.get('tenant').id, c.req.valid('json')) }, 201),
  )
  api.openapi(open, async (c) =>
    c.json({ sealed: await openCarriedDraft(ports, c.get('tenant').id, c.req.valid('json').handle) }, 200),
  )
  api.openapi(drop, async (c) => {
    await dropCarriedDraft(ports, c.get('tenant').id, c.req.valid('json').handle)
    return c.json({}, 200)
  })
  return api
}
