import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { RenderPaper } from '../../offices/paper/office-paper.ts'
import type { WriteWorkbook } from '../../offices/paper/workbook.ts'
import { composePeriod, periodWorkbook } from '../../register/reports/compose-period.ts'
import { type PeriodReportPorts, reportPeriod } from '../../register/reports/report-period.ts'
import type { AppEnv } from '../app-env.ts'
import { forStaff, newApi, refusals, tenantParam } from '../openapi.ts'
import { fileAnswer, pdfResponse, SPREADSHEET, streamResponse } from '../send-file.ts'
import { viewWordings } from '../wording/view-wording.ts'

/** Whole months, the last one included: `2026-11`, or `2026-09_2026-12`. */
const month = String.raw`20\d\d-(0[1-9]|1[0-2])`
const params = tenantParam.extend({ id: z.string().regex(new RegExp(`^${month}(_${month})?$`)) })

const paper = createRoute({
  method: 'get',
  path: '/reports/{id}/report.pdf',
  summary: 'Figures of a month, or of up to twelve months in a row, on paper',
  ...forStaff('cases.read'),
  request: { params },
  responses: { 200: fileAnswer('application/pdf', 'The report'), ...refusals },
})
const workbook = createRoute({
  method: 'get',
  path: '/reports/{id}/report.xlsx',
  summary: 'Figures of a month, or of up to twelve months in a row, as a spreadsheet',
  ...forStaff('cases.read'),
  request: { params },
  responses: { 200: fileAnswer(SPREADSHEET, 'The report'), ...refusals },
})

export function reportRoutes(
  ports: PeriodReportPorts & { readonly renderPaper: RenderPaper; readonly writeWorkbook: WriteWorkbook },
) {
  const api = newApi()
  // The report is in Indonesian, as all papers of an office are.
  const channels = viewWordings.id.labels.channel
  const report = (c: Context<AppEnv>, asked: string) => {
    const [from = '', to = from] = asked.split('_')
    return reportPeriod(ports, c.get('staff'), c.get('tenant'), { from, to })
  }
  const fileName = (c: Context<AppEnv>, id: string, ending: string) => `laporan-${c.get('tenant').id}-${id}.${ending}`

  api.openapi(paper, async (c) => {
    const { id } = c.req.valid('param')
    const bytes = await ports.renderPaper(composePeriod(await report(c, id), c.get('tenant'), channels))
    return pdfResponse(c, fileName(c, id, 'pdf'), bytes)
  })
  api.openapi(workbook, async (c) => {
    const { id } = c.req.valid('param')
    const book = ports.writeWorkbook(periodWorkbook(await report(c, id), c.get('tenant'), channels))
    return streamResponse(c, SPREADSHEET, fileName(c, id, 'xlsx'), book)
  })
  return api
}
