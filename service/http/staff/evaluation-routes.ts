import type { Context } from 'hono'
import {
  draftEvaluation as draftSchema,
  evaluationId,
  evaluationList,
  evaluationView as evaluationSchema,
  finishEvaluation as finishSchema,
} from '../../contract/evaluation.ts'
import {
  draftEvaluation,
  type EvaluationReport,
  finishEvaluation,
  listEvaluations,
  periodOf,
  readEvaluation,
} from '../../register/reports/evaluation.ts'
import { composeEvaluation } from '../../register/reports/evaluation-paper.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { file, json, op } from '../operation.ts'
import { pdfResponse, SPREADSHEET, streamResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { evaluationView, evaluationWorkbook } from '../views/evaluation-view.ts'

const view = (office: Office, c: Context<AppEnv>, report: EvaluationReport) =>
  evaluationView(report, c.get('tenant'), c.get('staff'), viewWordings[c.get('language')], office.now())

const fileName = (c: Context<AppEnv>, id: string, ending: string) =>
  `laporan-evaluasi-${c.get('tenant').id}-${id}.${ending}`

export const evaluationOperations = [
  op('GET /evaluations', {
    summary: 'The four-monthly evaluation reports of the last two years',
    may: ['register.export'],
    answer: json(evaluationList, 'The newest first, whether they were begun or not'),
    does: async ({ office, staff, tenant }) => {
      const items = await listEvaluations(office, staff, tenant)
      return {
        items: items.map(({ id, found }) => ({
          id,
          period: periodOf(id),
          state: found ? (found.finishedAt ? ('finished' as const) : ('draft' as const)) : ('untouched' as const),
          number: found?.content.finished?.signing.number ?? null,
          changedAt: found?.changedAt ?? null,
        })),
      }
    },
  }),
  op('GET /evaluations/{id}', {
    summary: 'An evaluation report, with its figures as they are now or were signed',
    may: ['register.export'],
    params: { id: evaluationId },
    answer: json(evaluationSchema, 'The report'),
    does: async ({ office, staff, tenant, params, c }) =>
      view(office, c, await readEvaluation(office, staff, tenant, params.id)),
  }),
  op('PUT /evaluations/{id}', {
    summary: 'Keep what the office writes in a report',
    may: ['cases.approve'],
    params: { id: evaluationId },
    body: draftSchema,
    answer: json(evaluationSchema, 'Kept as a draft'),
    does: async ({ office, staff, tenant, params, body, c }) => {
      const written = { ...body, id: params.id }
      return view(office, c, await draftEvaluation(office, staff, tenant, written))
    },
  }),
  op('POST /evaluations/{id}/signing', {
    summary: 'Sign a report: words and figures stay as they are now',
    may: ['cases.approve'],
    params: { id: evaluationId },
    body: finishSchema,
    answer: json(evaluationSchema, 'Signed'),
    does: async ({ office, staff, tenant, params, body, c }) => {
      const signing = { ...body, id: params.id }
      return view(office, c, await finishEvaluation(office, staff, tenant, signing))
    },
  }),
  op('GET /evaluations/{id}/report.pdf', {
    summary: 'The report on paper',
    may: ['register.export'],
    params: { id: evaluationId },
    answer: file('application/pdf', 'The report'),
    does: async ({ office, staff, tenant, params, c }) => {
      const { id } = params
      const report = await readEvaluation(office, staff, tenant, id)
      const bytes = await office.renderPaper(composeEvaluation(report, tenant))
      return pdfResponse(c, fileName(c, id, 'pdf'), bytes)
    },
  }),
  op('GET /evaluations/{id}/report.xlsx', {
    summary: 'The report as a spreadsheet',
    may: ['register.export'],
    params: { id: evaluationId },
    answer: file(SPREADSHEET, 'The report'),
    does: async ({ office, staff, tenant, params, c }) => {
      const { id } = params
      const report = await readEvaluation(office, staff, tenant, id)
      const book = office.writeWorkbook(evaluationWorkbook(report, tenant))
      return streamResponse(c, SPREADSHEET, fileName(c, id, 'xlsx'), book)
    },
  }),
]
