import { createRoute } from '@hono/zod-openapi'
import type { DeskPorts } from '../../complaints/desk.ts'
import { evidenceOf } from '../../complaints/follow-complaint.ts'
import { ownFile } from '../../complaints/give-evidence.ts'
import { issueReceipt, type ReceiptPorts } from '../../documents/issue-receipt.ts'
import type { OpenEvidencePorts } from '../../evidence/open-evidence.ts'
import { bearer, caseParams, evidenceParams, newApi, refusals } from '../openapi.ts'
import { evidenceResponse, fileAnswer, pdfResponse } from '../send-file.ts'

const receipt = createRoute({
  method: 'get',
  path: '/receipt.pdf',
  summary: 'The receipt',
  security: bearer,
  request: { params: caseParams },
  responses: { 200: fileAnswer('application/pdf', 'The receipt'), ...refusals },
})
const evidence = createRoute({
  method: 'get',
  path: '/evidence/{id}',
  summary: 'A file that the reporter gave',
  security: bearer,
  request: { params: evidenceParams },
  responses: { 200: fileAnswer('application/octet-stream', 'The original, as an attachment'), ...refusals },
})

/** Mounted behind `identifyReporter`. */
export function reporterFileRoutes(ports: DeskPorts & ReceiptPorts & OpenEvidencePorts) {
  const api = newApi()
  api.openapi(receipt, async (c) => {
    const { complaint } = c.get('reporter')
    return pdfResponse(c, `${complaint.id}.pdf`, await issueReceipt(ports, complaint, c.get('tenant'), 'reporter'))
  })
  api.openapi(evidence, async (c) => {
    const { complaint } = c.get('reporter')
    const item = evidenceOf(complaint, c.req.valid('param').id)
    return evidenceResponse(c, await ownFile(ports, complaint, item))
  })
  return api
}
