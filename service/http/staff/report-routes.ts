import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ownWeekView, reportView as reportSchema } from '../../contract/report-view.ts'
import { ownWeek } from '../../register/own-work.ts'
import { composePeriod } from '../../register/reports/compose-period.ts'
import { reportPeriod } from '../../register/reports/period-report.ts'
import { periodWorkbook } from '../../register/reports/period-workbook.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { file, json, op } from '../operation.ts'
import { pdfResponse, SPREADSHEET, streamResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { reportView } from '../views/report-view.ts'

/** Whole months or days, the last one included: `2026-11`, `2026-09_2026-12`, or `2026-11-03_2026-11-20`. */
const part = String.raw`20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?`
const months = new RegExp(`^(${part})(?:_(${part}))?$`)

/** Limits the report to one category. */
const query = z.object({ category: z.string().max(60).optional() })

const report = (office: Office, c: Context<AppEnv>, asked: string, category: string | undefined) => {
  const [, from, to = from] = months.exec(asked) ?? []
  if (from === undefined || to === undefined) throw new Refusal('invalid', 'report/no-period')
  return reportPeriod(office, c.get('staff'), c.get('tenant'), { from, to }, category)
}

const fileName = (c: Context<AppEnv>, id: string, ending: string) => `laporan-${c.get('tenant').id}-${id}.${ending}`

export const reportOperations = [
  op('GET /own-week', {
    summary: 'What somebody did and handles: acts, received and answered in seven days, open and overdue now',
    may: ['cases.read'],
    answer: json(ownWeekView, 'Counts, each of which the register shows by its filter'),
    does: async ({ office, staff, tenant }) => {
      const { acts, ...found } = await ownWeek(office, staff, tenant)
      return { ...found, acts }
    },
  }),
  op('GET /reports/{id}', {
    summary:
      'Figures of a month, of up to twelve in a row, or of as many days, each with the figure that finds its cases',
    may: ['cases.read'],
    params: { id: z.string().max(40) },
    query,
    answer: json(reportSchema, 'The figures, those of the period before, and the backlog day by day'),
    does: async ({ office, tenant, language, params, query, c }) => {
      const found = await report(office, c, params.id, query.category)
      return reportView(found, tenant, viewWordings[language])
    },
  }),
  op('GET /reports/{id}/report.pdf', {
    summary: 'Figures of a month, of up to twelve in a row, or of as many days, on paper',
    may: ['cases.read'],
    params: { id: z.string().max(40) },
    query,
    answer: file('application/pdf', 'The report'),
    does: async ({ office, tenant, params, query, c }) => {
      const { id } = params
      const bytes = await office.renderPaper(
        composePeriod(await report(office, c, id, query.category), tenant, viewWordings.id.labels.channel),
      )
      return pdfResponse(c, fileName(c, id, 'pdf'), bytes)
    },
  }),
  op('GET /reports/{id}/report.xlsx', {
    summary: 'Figures of a month, of up to twelve in a row, or of as many days, as a spreadsheet',
    may: ['cases.read'],
    params: { id: z.string().max(40) },
    query,
    answer: file(SPREADSHEET, 'The report'),
    does: async ({ office, tenant, params, query, c }) => {
      const { id } = params
      const book = office.writeWorkbook(
        periodWorkbook(await report(office, c, id, query.category), tenant, viewWordings.id.labels.channel),
      )
      return streamResponse(c, SPREADSHEET, fileName(c, id, 'xlsx'), book)
    },
  }),
]
