import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listAs } from '../../case/access/cover-for.ts'
import { wasTaken } from '../../case/notices/delivery.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import * as figuresWire from '../../contract/figures.ts'
import { type LateList, lateList, lateQuery } from '../../contract/register.ts'
import { localDayOf, workingDaysBetween } from '../../offices/calendar/working-days.ts'
import { findLateClocks, listLate, listPaused, turnOf } from '../../register/figure-lists.ts'
import { ownWeek } from '../../register/own-work.ts'
import { composePeriod } from '../../register/reports/compose-period.ts'
import * as evaluation from '../../register/reports/evaluation.ts'
import { composeEvaluation } from '../../register/reports/evaluation-paper.ts'
import { reportPeriod } from '../../register/reports/period-report.ts'
import { periodWorkbook } from '../../register/reports/period-workbook.ts'
import { previewPublicStatistics } from '../../register/reports/public-statistics.ts'
import { unitStatistics } from '../../register/reports/unit-statistics.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { file, json, op } from '../operation.ts'
import { pdfResponse, SPREADSHEET, streamResponse } from '../send-file.ts'
import { viewWordings } from '../view-wording.ts'
import { byName, categoryView, sayStandingPause, type ViewContext } from '../views/common-views.ts'
import * as figuresView from '../views/figures-view.ts'
import { viewContextOf } from '../views/show-case.ts'

export const lateOperations = [
  op('GET /late', {
    summary: 'What is late, for how long, why, and whose turn it is',
    may: ['cases.read'],
    query: lateQuery,
    answer: json(lateList, 'The longest late first'),
    does: async ({ office, staff, language, query, c }) => {
      const { cursor, limit } = query
      const { items, nextCursor } = await listLate(office, staff, { limit, after: cursor })
      const paused = cursor ? [] : await listPaused(office, staff)
      const context = await viewContextOf(c, office)
      const read = (cases: readonly Complaint[]) => listAs(office, staff, cases, language)
      return {
        items: (await read(items)).map((complaint) => lateLine(complaint, context)),
        paused: (await read(paused)).map((complaint) => pausedLine(complaint, context)),
        nextCursor,
      }
    },
  }),
]

const pausedLine = (complaint: Complaint, { tenant, wording }: ViewContext): LateList['paused'][number] => ({
  number: complaint.id,
  subject: complaint.dossier.subject,
  category: categoryView(tenant, complaint.category, wording).label,
  sentence: sayStandingPause(complaint, tenant.settings, wording) ?? '',
})

function lateLine(complaint: Complaint, { tenant, wording, now, members }: ViewContext): LateList['items'][number] {
  const { calendar } = tenant.settings
  const { dossier } = complaint
  const today = localDayOf(now, calendar)
  const because = dossier.delays.at(-1)
  const turn = turnOf(complaint)
  return {
    number: complaint.id,
    subject: dossier.subject,
    category: categoryView(tenant, complaint.category, wording, complaint.receivedAt).label,
    statusLabel: wording.labels.status[complaint.status],
    clocks: findLateClocks(complaint.clocks, now).map(({ clock, dueAt, promisedAt }) => ({
      label: wording.clocks.clocks[clock],
      dueAt,
      workingDaysLate: workingDaysBetween(localDayOf(dueAt, calendar), today, calendar).workingDays,
      newDate: promisedAt ?? null,
    })),
    reporterTold: wasNotified(complaint),
    because: because ? { reason: because.reason, by: byName(wording)(because.by), at: because.at } : null,
    turn:
      'person' in turn
        ? (members.get(turn.person)?.name ?? wording.labels.role.case_handler)
        : wording.labels.role[turn.role],
  }
}

function wasNotified({ notices }: Complaint): boolean {
  const last = notices.findLast(({ event }) => event === 'late')
  return last !== undefined && wasTaken(last.state)
}

export const statisticsOperations = [
  op('GET /statistics/preview', {
    summary: 'Just what everybody sees of the unit in numbers, or would see',
    may: ['tenant.configure'],
    answer: json(figuresWire.publicStatisticsView, 'Counts of the last twelve whole months, small ones hidden'),
    does: async ({ office, staff, tenant, language }) =>
      figuresView.publicStatisticsView(
        await previewPublicStatistics(office, staff, tenant),
        tenant,
        viewWordings[language],
      ),
  }),
  op('GET /statistics', {
    summary: 'Counts of the unit; small ones are hidden from who may not read its cases',
    may: ['reports.read'],
    query: figuresWire.statisticsQuery,
    answer: json(figuresWire.statisticsView, 'Counts, and no case'),
    does: async ({ office, staff, tenant, language, query }) =>
      figuresView.statisticsView(await unitStatistics(office, staff, tenant, query), tenant, viewWordings[language]),
  }),
]

/** Whole months or days, the last one included: `2026-11`, `2026-09_2026-12`, or `2026-11-03_2026-11-20`. */
const part = String.raw`20\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?`
const months = new RegExp(`^(${part})(?:_(${part}))?$`)

const query = z.object({ category: z.string().max(60).optional() })

const report = (office: ApiOffice, c: Context<AppEnv>, asked: string, category: string | undefined) => {
  const [, from, to = from] = months.exec(asked) ?? []
  if (from === undefined || to === undefined) throw new Refusal('invalid', 'report/no-period')
  return reportPeriod(office, c.get('staff'), c.get('tenant'), { from, to }, category)
}

const fileName = (c: Context<AppEnv>, id: string, ending: string) => `laporan-${c.get('tenant').id}-${id}.${ending}`

export const reportOperations = [
  op('GET /own-week', {
    summary: 'What somebody did and handles: acts, received and answered in seven days, open and overdue now',
    may: ['cases.read'],
    answer: json(figuresWire.ownWeekView, 'Counts, each of which the register shows by its filter'),
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
    answer: json(figuresWire.reportView, 'The figures, those of the period before, and the backlog day by day'),
    does: async ({ office, tenant, language, params, query, c }) =>
      figuresView.reportView(await report(office, c, params.id, query.category), tenant, viewWordings[language]),
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

const view = (office: ApiOffice, c: Context<AppEnv>, report: evaluation.EvaluationReport) =>
  figuresView.evaluationView(report, c.get('tenant'), c.get('staff'), viewWordings[c.get('language')], office.now())

const evaluationFileName = (c: Context<AppEnv>, id: string, ending: string) =>
  `laporan-evaluasi-${c.get('tenant').id}-${id}.${ending}`

export const evaluationOperations = [
  op('GET /evaluations', {
    summary: 'The four-monthly evaluation reports of the last two years',
    may: ['register.export'],
    answer: json(figuresWire.evaluationList, 'The newest first, whether they were begun or not'),
    does: async ({ office, staff, tenant }) => {
      const items = await evaluation.listEvaluations(office, staff, tenant)
      return {
        items: items.map(({ id, found }) => ({
          id,
          period: evaluation.periodOf(id),
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
    params: { id: figuresWire.evaluationId },
    answer: json(figuresWire.evaluationView, 'The report'),
    does: async ({ office, staff, tenant, params, c }) =>
      view(office, c, await evaluation.readEvaluation(office, staff, tenant, params.id)),
  }),
  op('PUT /evaluations/{id}', {
    summary: 'Keep what the office writes in a report',
    may: ['cases.approve'],
    params: { id: figuresWire.evaluationId },
    body: figuresWire.draftEvaluation,
    answer: json(figuresWire.evaluationView, 'Kept as a draft'),
    does: async ({ office, staff, tenant, params, body, c }) => {
      const written = { ...body, id: params.id }
      return view(office, c, await evaluation.draftEvaluation(office, staff, tenant, written))
    },
  }),
  op('POST /evaluations/{id}/signing', {
    summary: 'Sign a report: words and figures stay as they are now',
    may: ['cases.approve'],
    params: { id: figuresWire.evaluationId },
    body: figuresWire.finishEvaluation,
    answer: json(figuresWire.evaluationView, 'Signed'),
    does: async ({ office, staff, tenant, params, body, c }) => {
      const signing = { ...body, id: params.id }
      return view(office, c, await evaluation.finishEvaluation(office, staff, tenant, signing))
    },
  }),
  op('GET /evaluations/{id}/report.pdf', {
    summary: 'The report on paper',
    may: ['register.export'],
    params: { id: figuresWire.evaluationId },
    answer: file('application/pdf', 'The report'),
    does: async ({ office, staff, tenant, params, c }) => {
      const { id } = params
      const report = await evaluation.readEvaluation(office, staff, tenant, id)
      const bytes = await office.renderPaper(composeEvaluation(report, tenant))
      return pdfResponse(c, evaluationFileName(c, id, 'pdf'), bytes)
    },
  }),
  op('GET /evaluations/{id}/report.xlsx', {
    summary: 'The report as a spreadsheet',
    may: ['register.export'],
    params: { id: figuresWire.evaluationId },
    answer: file(SPREADSHEET, 'The report'),
    does: async ({ office, staff, tenant, params, c }) => {
      const { id } = params
      const report = await evaluation.readEvaluation(office, staff, tenant, id)
      const book = office.writeWorkbook(figuresView.evaluationWorkbook(report, tenant))
      return streamResponse(c, SPREADSHEET, evaluationFileName(c, id, 'xlsx'), book)
    },
  }),
]
