import { z } from '@hono/zod-openapi'
import { evidenceOf } from '../../case/evidence.ts'
import { issueReceipt } from '../../case/receipt/issued-receipts.ts'
import { ownFile } from '../../desk/give-evidence.ts'
import { readCode } from '../identify-reporter.ts'
import { file, op } from '../operation.ts'
import { evidenceResponse, pdfResponse, pdfStream } from '../send-file.ts'
import { ownRecord } from '../views/own-record.ts'

export const reporterFileOperations = [
  op('GET /tenants/{tenant}/complaints/{number}/receipt.pdf', {
    summary: 'The receipt, with the tracking code where the reporter asks for it',
    may: 'reporter',
    query: z.object({ code: z.literal('shown').optional() }),
    answer: file('application/pdf', 'The receipt'),
    does: async ({ office, reporter, tenant, query, c }) => {
      const { complaint } = reporter
      const code = query.code && readCode(c)
      const receipt = await issueReceipt(office, complaint, tenant, 'reporter', code)
      return pdfResponse(c, `${complaint.id}${code ? '-kode' : ''}.pdf`, receipt)
    },
  }),
  op('GET /tenants/{tenant}/complaints/{number}/record.pdf', {
    summary: 'The whole record that is the reporter’s, to take to who stands above the office',
    description: 'Once the office was late, refused the matter, or decided an objection. In the language of the case.',
    may: 'reporter',
    answer: file('application/pdf', 'Complaint, dates, history, messages, answer and list of evidence'),
    does: async ({ office, reporter, c }) => {
      return pdfStream(c, `${reporter.number}-berkas.pdf`, office.streamPaper(await ownRecord(c, office, reporter)))
    },
  }),
  op('GET /tenants/{tenant}/complaints/{number}/evidence/{id}', {
    summary: 'A file that the reporter gave',
    may: 'reporter',
    params: { id: z.string() },
    answer: file('*/*', 'The original, as an attachment'),
    does: async ({ office, reporter, params, c }) => {
      const { complaint } = reporter
      const item = evidenceOf(complaint, params.id)
      return evidenceResponse(c, await ownFile(office, complaint, item))
    },
  }),
]
