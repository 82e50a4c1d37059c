import { z } from '@hono/zod-openapi'
import { destructionList, destructionView as destructionSchema } from '../../contract/retention.ts'
import { composeDestructionRecord, factsOf } from '../../keeping/retention/destruction-record.ts'
import { carryOutDestruction, listDestructions, openDestruction } from '../../keeping/retention/destructions.ts'
import { file, json, op } from '../operation.ts'
import { pdfResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { destructionView, destructionWording } from '../views/destruction-view.ts'

export const destructionOperations = [
  op('POST /approvals/{id}/destruction', {
    summary: 'Use a yes: destroy the cases, or erase the identities, that are past their time',
    may: ['retention.manage'],
    params: { id: z.string() },
    answer: json(destructionSchema, 'Destroyed; what was held back meanwhile is kept, and named'),
    does: async ({ office, staff, language, params }) => {
      const carriedOut = await carryOutDestruction(office, staff, params.id)
      return destructionView(carriedOut, viewWordings[language])
    },
  }),
  op('GET /destructions', {
    summary: 'What was destroyed',
    may: ['retention.manage'],
    answer: json(destructionList, 'Newest first, up to a hundred'),
    does: async ({ office, staff, language }) => {
      const destructions = await listDestructions(office, staff)
      const wording = viewWordings[language]
      return { items: destructions.map((one) => destructionView(one, wording)) }
    },
  }),
  op('GET /destructions/{id}/record.pdf', {
    summary: 'The destruction record (berita acara), signed; it names nobody who complained',
    may: ['retention.manage'],
    params: { id: z.string() },
    answer: file('application/pdf', 'The record'),
    does: async ({ office, staff, tenant, params, c }) => {
      const destruction = await openDestruction(office, staff, params.id)

      const signed = await office.signDestruction(destruction.tenant, factsOf(destruction))
      const paper = composeDestructionRecord(destruction, tenant, destructionWording(tenant), signed)
      return pdfResponse(c, `${destruction.number}.pdf`, await office.renderDestructionRecord(paper))
    },
  }),
]
