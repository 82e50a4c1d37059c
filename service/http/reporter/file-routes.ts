import { z } from '@hono/zod-openapi'
import { evidenceOf } from '../../case/evidence.ts'
import { issueReceipt, type ReceiptPorts } from '../../case/receipt/issued-receipts.ts'
import { ownFile } from '../../desk/give-evidence.ts'
import type { OpenEvidencePorts } from '../../keeping/evidence/opened-evidence.ts'
import { readCode } from '../identify-reporter.ts'
import { bearer, caseParams, evidenceParams, newApi, refusals, route } from '../openapi.ts'
import { evidenceResponse, fileAnswer, pdfResponse, pdfStream } from '../send-file.ts'
import { ownRecord, type RecordPorts } from '../views/own-record.ts'

const receipt = route.get('/receipt.pdf', {
  summary: 'The receipt, with the tracking code where the reporter asks for it',
  security: bearer,
  request: { params: caseParams, query: z.object({ code: z.literal('shown').optional() }) },
  responses: { 200: fileAnswer('application/pdf', 'The receipt'), ...refusals },
})
const record = route.get('/record.pdf', {
  summary: 'The whole record that is the reporter’s, to take to who stands above the office',
  description: 'Once the office was late, refused the matter, or decided an objection. In the language of the case.',
  security: bearer,
  request: { params: caseParams },
  responses: {
    200: fileAnswer('application/pdf', 'Complaint, dates, history, messages, answer and list of evidence'),
    ...refusals,
  },
})
const evidence = route.get('/evidence/{id}', {
  summary: 'A file that the reporter gave',
  security: bearer,
  request: { params: evidenceParams },
  responses: { 200: fileAnswer('*/*', 'The original, as an attachment'), ...refusals },
})

export function reporterFileRoutes(ports: RecordPorts & ReceiptPorts & OpenEvidencePorts) {
  const api = newApi()
  api.openapi(receipt, async (c) => {
    const { complaint } = c.get('reporter')
    const code = c.req.valid('query').code && readCode(c)
    const receipt = await issueReceipt(ports, complaint, c.get('tenant'), 'reporter', code)
    return pdfResponse(c, `${complaint.id}${code ? '-kode' : ''}.pdf`, receipt)
  })
  api.openapi(record, async (c) => {
    const opened = c.get('reporter')
    return pdfStream(c, `${opened.number}-berkas.pdf`, ports.streamPaper(await ownRecord(c, ports, opened)))
  })
  api.openapi(evidence, async (c) => {
    const { complaint } = c.get('reporter')
    const item = evidenceOf(complaint, c.req.valid('param').id)
    return evidenceResponse(c, await ownFile(ports, complaint, item))
  })
  return api
}
