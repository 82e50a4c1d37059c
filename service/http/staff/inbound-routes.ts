import { z } from '@hono/zod-openapi'
import {
  attachedTo,
  inboundAttachment,
  inboundCompletion,
  inboundDiscard,
  inboundList,
  inboundQuery,
  inboundReceipt,
  inboundView as inboundSchema,
} from '../../contract/inbound.ts'
import {
  attachToCase,
  type CompletePorts,
  completeDraft,
  discardDraft,
  listArrivals,
  openArrival,
  takeUpArrival,
  type ViewFilePorts,
  viewArrivedFile,
} from '../../filing/inbound/arrival-drafts.ts'
import { COPY_TYPE } from '../../keeping/evidence/opened-evidence.ts'
import { keysOf } from '../../shared/records.ts'
import type { Links } from '../links.ts'
import { answers, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { fileAnswer, viewingResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'
import { inboundLine, inboundMessage } from '../views/inbound-view.ts'

const idParams = tenantParam.extend({ id: z.string() })

const list = route.get('/', {
  summary: 'Messages by e-mail and WhatsApp that are on no case',
  ...forStaff('cases.enter'),
  request: { params: tenantParam, query: inboundQuery },
  responses: answers(200, inboundList, 'A page, the newest first'),
})
const read = route.get('/{id}', {
  summary: 'One message, without the address that it came from',
  ...forStaff('cases.enter'),
  request: { params: idParams },
  responses: answers(200, inboundSchema, 'The message'),
})
const file = route.get('/{id}/files/{file}/viewing-copy', {
  summary: 'A picture that came with it, drawn anew',
  ...forStaff('cases.enter'),
  request: { params: idParams.extend({ file: z.string() }) },
  responses: { 200: fileAnswer(COPY_TYPE, 'Upright, at most 2,560 pixels a side'), ...refusals },
})
const complete = route.post('/{id}/completion', {
  summary: 'Make a complaint of it; number and tracking code go back to its sender',
  ...forStaff('cases.enter'),
  request: { params: idParams, ...jsonBody(inboundCompletion) },
  responses: answers(201, inboundReceipt, 'Received: written durably, numbered, with its tracking code'),
})
const attach = route.post('/{id}/attachment', {
  summary: 'Put it to a case, with the reason why it belongs there',
  ...forStaff('cases.enter'),
  request: { params: idParams, ...jsonBody(inboundAttachment) },
  responses: answers(200, attachedTo, 'On the case, as a message from the reporter'),
})
const discard = route.post('/{id}/discard', {
  summary: 'Set it aside; it is kept for thirty days',
  ...forStaff('cases.enter'),
  request: { params: idParams, ...jsonBody(inboundDiscard) },
  responses: answers(200, inboundSchema, 'As it stands now'),
})
const takeUp = route.post('/{id}/taking-up', {
  summary: 'Take up again what was set aside, or what the service took for a machine’s mail',
  ...forStaff('cases.enter'),
  request: { params: idParams },
  responses: answers(200, inboundSchema, 'As it stands now'),
})

const PAGE = 30

type InboundRoutePorts = CompletePorts & ViewFilePorts & { readonly links: Links }

export function inboundRoutes(ports: InboundRoutePorts) {
  const api = newApi()
  api.openapi(list, async (c) => {
    const { state, cursor } = c.req.valid('query')
    const { items, nextCursor } = await listArrivals(ports, c.get('staff'), state, { limit: PAGE, after: cursor })
    return c.json({ items: items.map(inboundLine), nextCursor }, 200)
  })
  api.openapi(read, async (c) => {
    const staff = c.get('staff')
    return c.json(await inboundMessage(ports, staff, await openArrival(ports, staff, c.req.valid('param').id)), 200)
  })
  api.openapi(file, async (c) => viewingResponse(c, await viewArrivedFile(ports, c.get('staff'), c.req.valid('param'))))
  api.openapi(complete, async (c) => {
    const { statements, leakReason, place, language, answersSender, ...given } = c.req.valid('json')
    const tenant = c.get('tenant')
    const receiving = { place: place || null, language: language ?? 'id', namingKept: leakReason || undefined }
    const asked = { id: c.req.valid('param').id, answersSender }
    const completed = await completeDraft(
      ports,
      c.get('staff'),
      tenant,
      asked,
      { ...given, declared: { statements: keysOf(statements) } },
      receiving,
    )
    const context = { wording: viewWordings[c.get('language')], links: ports.links, now: ports.now() }
    const receipt = receiptView(completed.complaint, completed.trackingCode, tenant, context)
    return c.json({ ...receipt, sentBack: completed.isSentBack }, 201)
  })
  api.openapi(attach, async (c) => {
    const attached = await attachToCase(ports, c.get('staff'), { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.json({ number: attached.id }, 200)
  })
  api.openapi(discard, async (c) => {
    const staff = c.get('staff')
    const set = await discardDraft(ports, staff, { ...c.req.valid('param'), ...c.req.valid('json') })
    return c.json(await inboundMessage(ports, staff, set), 200)
  })
  api.openapi(takeUp, async (c) => {
    const staff = c.get('staff')
    const taken = await takeUpArrival(ports, staff, c.req.valid('param').id)
    return c.json(await inboundMessage(ports, staff, taken), 200)
  })
  return api
}
