import { z } from '@hono/zod-openapi'
import { issueReceipt } from '../../case/receipt/issued-receipts.ts'
import { redactFile as redactSchema, takeOriginal as takeSchema } from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import {
  downloadEvidence,
  playEvidence,
  takeOriginal,
  takersOfOriginals,
  viewEvidence,
} from '../../desk/give-evidence.ts'
import { redactFileOfCase } from '../../desk/redactions.ts'
import { COPY_TYPE } from '../../keeping/evidence/opened-evidence.ts'
import { openCase } from '../../register/register.ts'
import { partIn } from '../byte-range.ts'
import { file, json, op } from '../operation.ts'
import { evidenceResponse, pdfResponse, playingResponse, viewingResponse } from '../send-file.ts'
import { showCase } from '../views/show-case.ts'

const viewQuery = z.object({
  page: z.coerce.number().int().min(1).max(5_000).optional(),
  /** Without the areas that staff covered, for those who draw them. */
  uncovered: z.enum(['true']).optional(),
})

export const caseFileOperations = [
  op('GET /cases/{number}/receipt.pdf', {
    summary: 'The receipt, its identity masked',
    may: ['cases.read'],
    answer: file('application/pdf', 'The receipt'),
    does: async ({ office, staff, tenant, params, c }) => {
      const complaint = await openCase(office, staff, params.number, 'receipt.read')
      return pdfResponse(c, `${complaint.id}.pdf`, await issueReceipt(office, complaint, tenant, 'staff'))
    },
  }),
  op('GET /cases/{number}/evidence/{id}/viewing-copy', {
    summary: 'A picture of the case, or a page of a PDF, to look at, drawn anew without anything but its pixels',
    description: 'In `X-Pages` stands how many pages there are.',
    may: ['cases.read'],
    params: { id: z.string() },
    query: viewQuery,
    answer: file(COPY_TYPE, 'Upright, at most 2,560 pixels a side'),
    does: async ({ office, staff, params, query, c }) => {
      const { pages, ...copy } = await viewEvidence(office, staff, {
        ...params,
        page: query.page,
        uncovered: query.uncovered === 'true',
      })
      c.header('X-Pages', String(pages))
      return viewingResponse(c, copy)
    },
  }),
  op('GET /cases/{number}/evidence/{id}/playing', {
    summary: 'Sound or film of the case to be played in place; takes a range of bytes',
    description: 'Where the reporter is not named, only for who works on the case: it cannot be marked.',
    may: ['cases.read'],
    params: { id: z.string() },
    answer: file('*/*', 'The whole; with 206 the part that a range asks for'),
    does: async ({ office, staff, params, c }) => {
      const asked = c.req.header('Range')
      return playingResponse(c, await playEvidence(office, staff, params, (size) => partIn(asked, size)))
    },
  }),
  op('GET /cases/{number}/evidence/{id}', {
    summary: 'A file of the case to keep',
    description: 'The original; where the reporter is not named, a copy marked with who took it and when.',
    may: ['cases.read'],
    params: { id: z.string() },
    answer: file('*/*', 'As an attachment'),
    does: async ({ office, staff, params, c }) => evidenceResponse(c, await downloadEvidence(office, staff, params)),
  }),
  op('POST /cases/{number}/evidence/{id}/original', {
    summary: 'The untouched original, with a reason that the reporter will see',
    may: takersOfOriginals,
    params: { id: z.string() },
    body: takeSchema,
    answer: file('*/*', 'As an attachment'),
    does: async ({ office, staff, params, body, c }) => {
      const asked = { ...params, ...body }
      return evidenceResponse(c, await takeOriginal(office, staff, asked))
    },
  }),
  op('POST /cases/{number}/evidence/{id}/redaction', {
    summary: 'Decide how a file leaves the unit, and which areas are black there',
    description: 'The original stays sealed. The reason is written in the history, which the reporter does not read.',
    may: takersOfOriginals,
    params: { id: z.string() },
    body: redactSchema,
    answer: json(caseSchema, 'Decided; the case as it stands now'),
    does: async ({ office, staff, params, body, c }) => {
      const asked = { ...params, ...body }
      return showCase(office, c, await redactFileOfCase(office, staff, asked))
    },
  }),
]
