import { z } from '@hono/zod-openapi'
import { takeOut } from '../../case/access/cover-for.ts'
import { officeOf } from '../../case/access/deciders.ts'
import { refuseDestroyed } from '../../case/retention.ts'
import { slipOf } from '../../case/tasks.ts'
import { carriedOut } from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { reportCarriedOut } from '../../desk/dispatch.ts'
import { composeSlip } from '../../desk/papers/case-papers.ts'
import { openCase } from '../../register/register.ts'
import { file, json, op } from '../operation.ts'
import { pdfResponse, pdfStream } from '../send-file.ts'
import { casePrint } from '../views/case-print.ts'
import { caseView } from '../views/case-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

export const dispositionOperations = [
  op('GET /cases/{number}/dispositions/{id}/slip.pdf', {
    summary: 'A disposition slip to print, the reporter masked',
    may: ['cases.read'],
    params: { id: z.string() },
    answer: file('application/pdf', 'The slip'),
    does: async ({ office, staff, tenant, params, c }) => {
      const { number, id } = params
      const complaint = await openCase(office, staff, number, 'paper.read', 'disposition')
      const leaving = await takeOut(office, complaint)
      const paper = composeSlip(leaving, slipOf(leaving, id), tenant)
      return pdfResponse(c, `disposisi-${number}.pdf`, await office.renderPaper(paper))
    },
  }),
  op('GET /cases/{number}/print.pdf', {
    summary: 'A case on paper, as the viewer sees it',
    description:
      'Where the reporter is not named, or the case is kept from somebody, who printed it and when stands across every page.',
    may: ['cases.read'],
    answer: file('application/pdf', 'The case'),
    does: async ({ office, staff, tenant, language, params, c }) => {
      const complaint = await openCase(office, staff, params.number, 'paper.read', 'print')
      refuseDestroyed(complaint)
      const context = await viewContextOf(c, office)
      const deciders = await officeOf(office, complaint.tenant, tenant.settings)
      const whole = await takeOut(office, await office.complaints.whole(complaint), language)
      const paper = casePrint(caseView(whole, staff, context, deciders), staff, context)
      return pdfStream(c, `${complaint.id}.pdf`, office.streamPaper(paper))
    },
  }),
  op('POST /cases/{number}/dispositions/{id}/carried-out', {
    summary: 'One to whom a slip went tells what they did',
    may: ['cases.read'],
    params: { id: z.string() },
    body: carriedOut,
    answer: json(caseSchema, 'Noted; the case as it stands now'),
    does: async ({ office, staff, params, body, c }) => {
      const request = { ...params, ...body }
      return showCase(office, c, await reportCarriedOut(office, staff, request))
    },
  }),
]
