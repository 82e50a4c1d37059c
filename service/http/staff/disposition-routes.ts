import { createRoute } from '@hono/zod-openapi'
import type { DeskPorts } from '../../complaints/desk.ts'
import { reportCarriedOut } from '../../complaints/dispatch-complaint.ts'
import { slipOf } from '../../complaints/disposition.ts'
import { openCase } from '../../complaints/list-register.ts'
import { carriedOut } from '../../contract/acts.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { composeSlip } from '../../documents/compose-slip.ts'
import type { RenderPaper } from '../../documents/office-paper.ts'
import { answers, evidenceParams, forStaff, jsonBody, newApi, refusals } from '../openapi.ts'
import { fileAnswer, pdfResponse } from '../send-file.ts'
import { caseSight, type SightPorts } from '../views/case-sight.ts'

export type DispositionRoutePorts = DeskPorts & SightPorts & { readonly renderPaper: RenderPaper }

const slip = createRoute({
  method: 'get',
  path: '/{number}/dispositions/{id}/slip.pdf',
  summary: 'A disposition slip to print, the reporter masked',
  ...forStaff('cases.read'),
  request: { params: evidenceParams },
  responses: { 200: fileAnswer('application/pdf', 'The slip'), ...refusals },
})
const carryOut = createRoute({
  method: 'post',
  path: '/{number}/dispositions/{id}/carried-out',
  summary: 'One to whom a slip went tells what they did',
  ...forStaff('cases.read'),
  request: { params: evidenceParams, ...jsonBody(carriedOut) },
  responses: answers(200, caseSchema, 'Noted; the case as it stands now'),
})

/** Mounted behind `identifyMember`. */
export function dispositionRoutes(ports: DispositionRoutePorts) {
  const view = caseSight(ports)
  const api = newApi()
  api.openapi(slip, async (c) => {
    const { number, id } = c.req.valid('param')
    const complaint = await openCase(ports, c.get('staff'), number, 'paper.read', 'disposition')
    const paper = composeSlip(complaint, slipOf(complaint, id), c.get('tenant'))
    return pdfResponse(c, `disposisi-${number}.pdf`, await ports.renderPaper(paper))
  })
  api.openapi(carryOut, async (c) => {
    const request = { ...c.req.valid('param'), ...c.req.valid('json') }
    return c.json(await view(c, await reportCarriedOut(ports, c.get('staff'), request)), 200)
  })
  return api
}
