import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { takeOut } from '../../case/access/cover-for.ts'
import { officeOf } from '../../case/access/deciders.ts'
import { refuseDestroyed } from '../../case/retention.ts'
import { slipOf } from '../../case/tasks.ts'
import { carriedOut } from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { reportCarriedOut } from '../../desk/dispatch.ts'
import { composeSlip } from '../../desk/papers/case-papers.ts'
import type { RenderPaper, StreamPaper } from '../../offices/office-paper.ts'
import { openCase } from '../../register/register.ts'
import { answers, caseParams, evidenceParams, forStaff, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { fileAnswer, pdfResponse, pdfStream } from '../send-file.ts'
import { casePrint } from '../views/case-print.ts'
import { caseView } from '../views/case-view.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'

export type DispositionRoutePorts = CaseActionPorts &
  CaseViewPorts & {
    readonly renderPaper: RenderPaper
    readonly streamPaper: StreamPaper
  }

const slip = route.get('/{number}/dispositions/{id}/slip.pdf', {
  summary: 'A disposition slip to print, the reporter masked',
  ...forStaff('cases.read'),
  request: { params: evidenceParams },
  responses: { 200: fileAnswer('application/pdf', 'The slip'), ...refusals },
})
const print = route.get('/{number}/print.pdf', {
  summary: 'A case on paper, as the viewer sees it',
  description:
    'Where the reporter is not named, or the case is kept from somebody, who printed it and when stands across every page.',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: { 200: fileAnswer('application/pdf', 'The case'), ...refusals },
})
const carryOut = route.post('/{number}/dispositions/{id}/carried-out', {
  summary: 'One to whom a slip went tells what they did',
  ...forStaff('cases.read'),
  request: { params: evidenceParams, ...jsonBody(carriedOut) },
  responses: answers(200, caseSchema, 'Noted; the case as it stands now'),
})

export function dispositionRoutes(ports: DispositionRoutePorts) {
  const view = showCase(ports)
  const api = newApi()
  api.openapi(slip, async (c) => {
    const { number, id } = c.req.valid('param')
    const complaint = await openCase(ports, c.get('staff'), number, 'paper.read', 'disposition')
    const leaving = await takeOut(ports, complaint)
    const paper = composeSlip(leaving, slipOf(leaving, id), c.get('tenant'))
    return pdfResponse(c, `disposisi-${number}.pdf`, await ports.renderPaper(paper))
  })
  api.openapi(print, async (c) => {
    const complaint = await openCase(ports, c.get('staff'), c.req.valid('param').number, 'paper.read', 'print')
    refuseDestroyed(complaint)
    const context = await viewContextOf(c, ports)
    const office = await officeOf(ports, complaint.tenant, c.get('tenant').settings)
    const whole = await takeOut(ports, await ports.complaints.whole(complaint), c.get('language'))
    const paper = casePrint(caseView(whole, c.get('staff'), context, office), c.get('staff'), context)
    return pdfStream(c, `${complaint.id}.pdf`, ports.streamPaper(paper))
  })
  api.openapi(carryOut, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await reportCarriedOut(ports, c.get('staff'), request)), 200)
  })
  return api
}
