import { mayIn } from '../../case/access/case-access.ts'
import type { EvaluationView } from '../../contract/evaluation.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { Cell, Workbook } from '../../offices/office-paper.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import { type EvaluationReport, periodOf } from '../../register/reports/evaluation.ts'
import { evaluationGroups, indicatorsOf } from '../../register/reports/evaluation-measures.ts'
import { categoriesOf, formatMeasure, partOf, spanOf } from '../../register/reports/evaluation-paper.ts'
import { daysOfMonth } from '../../register/reports/period-report.ts'
import { evaluationTexts as words } from '../../register/reports/report-texts.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ViewWording } from '../view-wording.ts'

export function evaluationView(
  report: EvaluationReport,
  tenant: Tenant,
  staff: StaffMember,
  { language }: ViewWording,
  now: Instant,
): EvaluationView {
  const { id, revision, words: written, finishedAt, signing, measuredAt, figures, before } = report
  const { letters, calendar, categories } = tenant.settings
  const isOver = dayNumberOf(localDateOf(now, calendar)) > dayNumberOf(daysOfMonth(periodOf(id).to).to)
  return {
    id,
    period: periodOf(id),
    revision,
    ...written,
    finishedAt,
    number: signing?.number ?? null,
    measuredAt,
    received: figures.received,
    answered: figures.answered,
    open: figures.open,
    late: figures.late,
    receivedBefore: before.received,
    indicators: indicatorsOf(figures, before),
    categories: categoriesOf(report, tenant).map(({ label, ...counts }) => ({
      label: readIn(label, language),
      ...counts,
    })),
    mayWrite: !finishedAt && categories.every(({ code }) => mayIn(staff, 'cases.approve', code)),
    maySign: isOver,
    signatories: letters.signatories,
    city: letters.city,
  }
}

/** The report as a spreadsheet: numbers to calculate with, and the texts. */
export function evaluationWorkbook(report: EvaluationReport, tenant: Tenant): Workbook {
  const { id, figures, before, words: written, signing, measuredAt } = report
  const title = `${words.title} ${partOf(id)}/${id.slice(0, 4)}`
  const above = [
    title,
    tenant.settings.name,
    spanOf(id),
    signing ? words.number({ number: signing.number }) : words.draft,
  ]
  const lines = indicatorsOf(figures, before)
  const { columns } = words
  return {
    title,
    createdAt: measuredAt,
    sheets: [
      {
        name: words.sheet.indicators,
        above,
        columns: [
          { heading: columns.group, width: 22 },
          { heading: words.indicator, width: 52 },
          { heading: columns.value, width: 10 },
          { heading: columns.unit, width: 10 },
          { heading: columns.part, width: 10 },
          { heading: columns.of, width: 10 },
          { heading: words.periodBefore, width: 24 },
          { heading: words.change, width: 14 },
        ],
        rows: evaluationGroups.flatMap((group) =>
          lines
            .filter((line) => line.group === group)
            .map(({ name, unit, now, before: then, change }): Cell[] => [
              words.groups[group],
              words.indicators[name],
              now.value,
              words.units[unit],
              now.part,
              now.of,
              formatMeasure(then, unit),
              change && words.changeSaid[change],
            ]),
        ),
      },
      {
        name: words.sheet.categories,
        above: [],
        columns: [
          { heading: columns.category, width: 40 },
          { heading: words.thisPeriod, width: 16 },
          { heading: words.periodBefore, width: 16 },
        ],
        rows: categoriesOf(report, tenant).map(({ label, now, before: then }) => [label.id, now, then]),
      },
      {
        name: words.sheet.words,
        above: [],
        columns: [
          { heading: columns.section, width: 32 },
          { heading: columns.text, width: 100 },
        ],
        rows: [
          [words.foreword, written.foreword],
          [words.changes, written.changes],
          [words.analysis, written.analysis],
          [words.followUp, written.followUp],
        ],
      },
    ],
  }
}
