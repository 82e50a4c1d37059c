import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ownWeekView, reportView as reportSchema } from '../../contract/report-view.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import type { RenderPaper, WriteWorkbook } from '../../offices/office-paper.ts'
import { ownWeek } from '../../register/own-work.ts'
import { composePeriod } from '../../register/reports/compose-period.ts'
import { type PeriodReportPorts, reportPeriod } from '../../register/reports/period-report.ts'
import { periodWorkbook } from '../../register/reports/period-workbook.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, newApi, refusals, route, tenantParam } from '../openapi.ts'
import { fileAnswer, pdfResponse, SPREADSHEET, streamResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { reportView } from '../views/report-view.ts'

/** Whole months or days, the last one included: `2026-11`, `2026-09_2026-12`, or `2026-11-03_2026-11-20`. */
const part = String.raw`20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?`
const months = new RegExp(`^(${part})(?:_(${part}))?$`)
const params = tenantParam.extend({ id: z.string().max(40) })

/** Limits the report to one category. */
const query = z.object({ category: z.string().max(60).optional() })

const show = route.get('/reports/{id}', {
  summary:
    'Figures of a month, of up to twelve in a row, or of as many days, each with the figure that finds its cases',
  ...forStaff('cases.read'),
  request: { params, query },
  responses: answers(200, reportSchema, 'The figures, those of the period before, and the backlog day by day'),
})
const week = route.get('/own-week', {
  summary: 'What somebody did and handles: acts, received and answered in seven days, open and overdue now',
  ...forStaff('cases.read'),
  request: { params: tenantParam },
  responses: answers(200, ownWeekView, 'Counts, each of which the register shows by its filter'),
})
const paper = route.get('/reports/{id}/report.pdf', {
  summary: 'Figures of a month, of up to twelve in a row, or of as many days, on paper',
  ...forStaff('cases.read'),
  request: { params, query },
  responses: { 200: fileAnswer('application/pdf', 'The report'), ...refusals },
})
const workbook = route.get('/reports/{id}/report.xlsx', {
  summary: 'Figures of a month, of up to twelve in a row, or of as many days, as a spreadsheet',
  ...forStaff('cases.read'),
  request: { params, query },
  responses: { 200: fileAnswer(SPREADSHEET, 'The report'), ...refusals },
})

export function reportRoutes(
  ports: PeriodReportPorts & {
    readonly accessLog: Collection<LogEntry>
    readonly renderPaper: RenderPaper
    readonly writeWorkbook: WriteWorkbook
  },
) {
  const api = newApi()
  // The report is in Indonesian, as all papers of an office are.
  const channels = viewWordings.id.labels.channel
  const report = (c: Context<AppEnv>, asked: string, category: string | undefined) => {
    const [, from, to = from] = months.exec(asked) ?? []
    if (from === undefined || to === undefined) throw new Refusal('invalid', 'report/no-period')
    return reportPeriod(ports, c.get('staff'), c.get('tenant'), { from, to }, category)
  }
  const fileName = (c: Context<AppEnv>, id: string, ending: string) => `laporan-${c.get('tenant').id}-${id}.${ending}`

  api.openapi(week, async (c) => {
    const { acts, ...found } = await ownWeek(ports, c.get('staff'), c.get('tenant'))
    return c.json({ ...found, acts }, 200)
  })
  api.openapi(show, async (c) => {
    const found = await report(c, c.req.valid('param').id, c.req.valid('query').category)
    return c.json(reportView(found, c.get('tenant'), viewWordings[c.get('language')]), 200)
  })
  api.openapi(paper, async (c) => {
    const { id } = c.req.valid('param')
    const bytes = await ports.renderPaper(
      composePeriod(await report(c, id, c.req.valid('query').category), c.get('tenant'), channels),
    )
    return pdfResponse(c, fileName(c, id, 'pdf'), bytes)
  })
  api.openapi(workbook, async (c) => {
    const { id } = c.req.valid('param')
    const book = ports.writeWorkbook(
      periodWorkbook(await report(c, id, c.req.valid('query').category), c.get('tenant'), channels),
    )
    return streamResponse(c, SPREADSHEET, fileName(c, id, 'xlsx'), book)
  })
  return api
}
