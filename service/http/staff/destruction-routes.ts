import { z } from '@hono/zod-openapi'
import { destructionList, destructionView as destructionSchema } from '../../contract/retention.ts'
import {
  composeDestructionRecord,
  factsOf,
  type RenderDestructionRecord,
  type SignDestruction,
} from '../../keeping/retention/destruction-record.ts'
import {
  carryOutDestruction,
  type DestructionPorts,
  listDestructions,
  openDestruction,
} from '../../keeping/retention/destructions.ts'
import { answers, forStaff, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { fileAnswer, pdfResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { destructionView, destructionWording } from '../views/destruction-view.ts'

export interface DestructionRoutePorts extends DestructionPorts {
  readonly signDestruction: SignDestruction
  readonly renderDestructionRecord: RenderDestructionRecord
}

const params = tenantParam.extend({ id: z.string() })

const carryOut = route.post('/approvals/{id}/destruction', {
  summary: 'Use a yes: destroy the cases, or erase the identities, that are past their time',
  ...forStaff('retention.manage'),
  request: { params },
  responses: answers(200, destructionSchema, 'Destroyed; what was held back meanwhile is kept, and named'),
})
const list = route.get('/destructions', {
  summary: 'What was destroyed',
  ...forStaff('retention.manage'),
  request: { params: tenantParam },
  responses: answers(200, destructionList, 'Newest first, up to a hundred'),
})
const record = route.get('/destructions/{id}/record.pdf', {
  summary: 'The destruction record (berita acara), signed; it names nobody who complained',
  ...forStaff('retention.manage'),
  request: { params },
  responses: { 200: fileAnswer('application/pdf', 'The record'), ...refusals },
})

export function destructionRoutes(ports: DestructionRoutePorts) {
  const api = newApi()
  api.openapi(carryOut, async (c) => {
    const carriedOut = await carryOutDestruction(ports, c.get('staff'), c.req.valid('param').id)
    return c.json(destructionView(carriedOut, viewWordings[c.get('language')]), 200)
  })
  api.openapi(list, async (c) => {
    const destructions = await listDestructions(ports, c.get('staff'))
    const wording = viewWordings[c.get('language')]
    return c.json({ items: destructions.map((one) => destructionView(one, wording)) }, 200)
  })
  api.openapi(record, async (c) => {
    const destruction = await openDestruction(ports, c.get('staff'), c.req.valid('param').id)
    const tenant = c.get('tenant')
    const signed = await ports.signDestruction(destruction.tenant, factsOf(destruction))
    const paper = composeDestructionRecord(destruction, tenant, destructionWording(tenant), signed)
    return pdfResponse(c, `${destruction.number}.pdf`, await ports.renderDestructionRecord(paper))
  })
  return api
}
