import { createRoute, z } from '@hono/zod-openapi'
import type { DeskPorts } from '../../complaints/desk.ts'
import { openCase, openCaseEvidence } from '../../complaints/list-register.ts'
import { issueReceipt, type ReceiptPorts } from '../../documents/issue-receipt.ts'
import { type OpenEvidencePorts, openEvidence } from '../../evidence/open-evidence.ts'
import { caseParams, evidenceParams, forStaff, newApi, refusals } from '../openapi.ts'
import { evidenceResponse, fileAnswer, pdfResponse } from '../send-file.ts'

const receipt = createRoute({
  method: 'get',
  path: '/{number}/receipt.pdf',
  summary: 'The receipt, its identity masked',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: { 200: fileAnswer('application/pdf', 'The receipt'), ...refusals },
})
const evidence = createRoute({
  method: 'get',
  path: '/{number}/evidence/{id}',
  summary: 'A file of the case',
  ...forStaff('cases.read'),
  request: { params: evidenceParams, query: z.object({ preview: z.literal('1').optional() }) },
  responses: {
    200: fileAnswer('application/octet-stream', 'The original; with preview=1 an image to look at'),
    ...refusals,
  },
})

/** Mounted behind `identifyMember`. */
export function caseFileRoutes(ports: DeskPorts & ReceiptPorts & OpenEvidencePorts) {
  const api = newApi()
  api.openapi(receipt, async (c) => {
    const complaint = await openCase(ports, c.get('staff'), c.req.valid('param').number, 'receipt.read')
    return pdfResponse(c, `${complaint.id}.pdf`, await issueReceipt(ports, complaint, c.get('tenant'), 'staff'))
  })
  api.openapi(evidence, async (c) => {
    const { number, id } = c.req.valid('param')
    const { complaint, item } = await openCaseEvidence(ports, c.get('staff'), number, id)
    const inline = c.req.valid('query').preview === '1'
    return evidenceResponse(
      c,
      item,
      complaint.dossier.evidenceNames[id] ?? id,
      await openEvidence(ports, complaint.tenant, item),
      inline,
    )
  })
  return api
}
