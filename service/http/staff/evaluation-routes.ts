import type { Context } from 'hono'
import {
  draftEvaluation as draftSchema,
  evaluationId,
  evaluationList,
  evaluationView as evaluationSchema,
  finishEvaluation as finishSchema,
} from '../../contract/evaluation.ts'
import type { RenderPaper, WriteWorkbook } from '../../offices/office-paper.ts'
import {
  draftEvaluation,
  type EvaluationPorts,
  type EvaluationReport,
  finishEvaluation,
  listEvaluations,
  periodOf,
  readEvaluation,
} from '../../register/reports/evaluation.ts'
import { composeEvaluation } from '../../register/reports/evaluation-paper.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { fileAnswer, pdfResponse, SPREADSHEET, streamResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { evaluationView, evaluationWorkbook } from '../views/evaluation-view.ts'

export type EvaluationRoutePorts = EvaluationPorts & {
  readonly renderPaper: RenderPaper
  readonly writeWorkbook: WriteWorkbook
}

const params = tenantParam.extend({ id: evaluationId })

const list = route.get('/evaluations', {
  summary: 'The four-monthly evaluation reports of the last two years',
  ...forStaff('register.export'),
  request: { params: tenantParam },
  responses: answers(200, evaluationList, 'The newest first, whether they were begun or not'),
})
const show = route.get('/evaluations/{id}', {
  summary: 'An evaluation report, with its figures as they are now or were signed',
  ...forStaff('register.export'),
  request: { params },
  responses: answers(200, evaluationSchema, 'The report'),
})
const draft = route.put('/evaluations/{id}', {
  summary: 'Keep what the office writes in a report',
  ...forStaff('cases.approve'),
  request: { params, ...jsonBody(draftSchema) },
  responses: answers(200, evaluationSchema, 'Kept as a draft'),
})
const finish = route.post('/evaluations/{id}/signing', {
  summary: 'Sign a report: words and figures stay as they are now',
  ...forStaff('cases.approve'),
  request: { params, ...jsonBody(finishSchema) },
  responses: answers(200, evaluationSchema, 'Signed'),
})
const paper = route.get('/evaluations/{id}/report.pdf', {
  summary: 'The report on paper',
  ...forStaff('register.export'),
  request: { params },
  responses: { 200: fileAnswer('application/pdf', 'The report'), ...refusals },
})
const workbook = route.get('/evaluations/{id}/report.xlsx', {
  summary: 'The report as a spreadsheet',
  ...forStaff('register.export'),
  request: { params },
  responses: { 200: fileAnswer(SPREADSHEET, 'The report'), ...refusals },
})

export function evaluationRoutes(ports: EvaluationRoutePorts) {
  const api = newApi()
  const view = (c: Context<AppEnv>, report: EvaluationReport) =>
    evaluationView(report, c.get('tenant'), c.get('staff'), viewWordings[c.get('language')], ports.now())
  const fileName = (c: Context<AppEnv>, id: string, ending: string) =>
    `laporan-evaluasi-${c.get('tenant').id}-${id}.${ending}`

  api.openapi(list, async (c) => {
    const items = await listEvaluations(ports, c.get('staff'), c.get('tenant'))
    return c.json(
      {
        items: items.map(({ id, found }) => ({
          id,
          period: periodOf(id),
          state: found ? (found.finishedAt ? ('finished' as const) : ('draft' as const)) : ('untouched' as const),
          number: found?.content.finished?.signing.number ?? null,
          changedAt: found?.changedAt ?? null,
        })),
      },
      200,
    )
  })
  api.openapi(show, async (c) =>
    c.json(view(c, await readEvaluation(ports, c.get('staff'), c.get('tenant'), c.req.valid('param').id)), 200),
  )
  api.openapi(draft, async (c) => {
    const written = { ...c.req.valid('json'), id: c.req.valid('param').id }
    return c.json(view(c, await draftEvaluation(ports, c.get('staff'), c.get('tenant'), written)), 200)
  })
  api.openapi(finish, async (c) => {
    const signing = { ...c.req.valid('json'), id: c.req.valid('param').id }
    return c.json(view(c, await finishEvaluation(ports, c.get('staff'), c.get('tenant'), signing)), 200)
  })
  api.openapi(paper, async (c) => {
    const { id } = c.req.valid('param')
    const report = await readEvaluation(ports, c.get('staff'), c.get('tenant'), id)
    const bytes = await ports.renderPaper(composeEvaluation(report, c.get('tenant')))
    return pdfResponse(c, fileName(c, id, 'pdf'), bytes)
  })
  api.openapi(workbook, async (c) => {
    const { id } = c.req.valid('param')
    const report = await readEvaluation(ports, c.get('staff'), c.get('tenant'), id)
    const book = ports.writeWorkbook(evaluationWorkbook(report, c.get('tenant')))
    return streamResponse(c, SPREADSHEET, fileName(c, id, 'xlsx'), book)
  })
  return api
}
