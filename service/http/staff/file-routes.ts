import { z } from '@hono/zod-openapi'
import { issueReceipt, type ReceiptPorts } from '../../case/receipt/issued-receipts.ts'
import { redactFile as redactSchema, takeOriginal as takeSchema } from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import {
  downloadEvidence,
  type GiveEvidencePorts,
  playEvidence,
  takeOriginal,
  takersOfOriginals,
  viewEvidence,
} from '../../desk/give-evidence.ts'
import { redactFileOfCase } from '../../desk/redactions.ts'
import { COPY_TYPE } from '../../keeping/evidence/opened-evidence.ts'
import { openCase } from '../../register/register.ts'
import { partIn } from '../byte-range.ts'
import { answers, caseParams, evidenceParams, forStaff, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { evidenceResponse, fileAnswer, pdfResponse, playingResponse, viewingResponse } from '../send-file.ts'
import { type CaseViewPorts, showCase } from '../views/show-case.ts'

const receipt = route.get('/{number}/receipt.pdf', {
  summary: 'The receipt, its identity masked',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: { 200: fileAnswer('application/pdf', 'The receipt'), ...refusals },
})
const viewQuery = z.object({
  page: z.coerce.number().int().min(1).max(5_000).optional(),
  /** Without the areas that staff covered, for those who draw them. */
  uncovered: z.enum(['true']).optional(),
})
const view = route.get('/{number}/evidence/{id}/viewing-copy', {
  summary: 'A picture of the case, or a page of a PDF, to look at, drawn anew without anything but its pixels',
  description: 'In `X-Pages` stands how many pages there are.',
  ...forStaff('cases.read'),
  request: { params: evidenceParams, query: viewQuery },
  responses: { 200: fileAnswer(COPY_TYPE, 'Upright, at most 2,560 pixels a side'), ...refusals },
})
const play = route.get('/{number}/evidence/{id}/playing', {
  summary: 'Sound or film of the case to be played in place; takes a range of bytes',
  description: 'Where the reporter is not named, only for who works on the case: it cannot be marked.',
  ...forStaff('cases.read'),
  request: { params: evidenceParams },
  responses: {
    200: fileAnswer('*/*', 'The whole; with 206 the part that a range asks for'),
    ...refusals,
  },
})
const download = route.get('/{number}/evidence/{id}', {
  summary: 'A file of the case to keep',
  description: 'The original; where the reporter is not named, a copy marked with who took it and when.',
  ...forStaff('cases.read'),
  request: { params: evidenceParams },
  responses: { 200: fileAnswer('*/*', 'As an attachment'), ...refusals },
})
const original = route.post('/{number}/evidence/{id}/original', {
  summary: 'The untouched original, with a reason that the reporter will see',
  ...forStaff(...takersOfOriginals),
  request: { params: evidenceParams, ...jsonBody(takeSchema) },
  responses: { 200: fileAnswer('*/*', 'As an attachment'), ...refusals },
})

const redact = route.post('/{number}/evidence/{id}/redaction', {
  summary: 'Decide how a file leaves the unit, and which areas are black there',
  description: 'The original stays sealed. The reason is written in the history, which the reporter does not read.',
  ...forStaff(...takersOfOriginals),
  request: { params: evidenceParams, ...jsonBody(redactSchema) },
  responses: answers(200, caseSchema, 'Decided; the case as it stands now'),
})

export function caseFileRoutes(ports: GiveEvidencePorts & ReceiptPorts & CaseViewPorts) {
  const show = showCase(ports)
  const api = newApi()
  api.openapi(receipt, async (c) => {
    const complaint = await openCase(ports, c.get('staff'), c.req.valid('param').number, 'receipt.read')
    return pdfResponse(c, `${complaint.id}.pdf`, await issueReceipt(ports, complaint, c.get('tenant'), 'staff'))
  })
  api.openapi(view, async (c) => {
    const { pages, ...copy } = await viewEvidence(ports, c.get('staff'), {
      ...c.req.valid('param'),
      page: c.req.valid('query').page,
      uncovered: c.req.valid('query').uncovered === 'true',
    })
    c.header('X-Pages', String(pages))
    return viewingResponse(c, copy)
  })
  api.openapi(play, async (c) => {
    const asked = c.req.header('Range')
    return playingResponse(
      c,
      await playEvidence(ports, c.get('staff'), c.req.valid('param'), (size) => partIn(asked, size)),
    )
  })
  api.openapi(download, async (c) =>
    evidenceResponse(c, await downloadEvidence(ports, c.get('staff'), c.req.valid('param'))),
  )
  api.openapi(original, async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('json') }
    return evidenceResponse(c, await takeOriginal(ports, c.get('staff'), asked))
  })
  api.openapi(redact, async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await show(c, await redactFileOfCase(ports, c.get('staff'), asked)), 200)
  })
  return api
}
