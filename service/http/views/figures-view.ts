import { mayIn } from '../../case/access/case-access.ts'
import type { EvaluationView, PublicStatisticsView, ReportView, StatisticsView } from '../../contract/figures.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { Cell, Workbook } from '../../offices/office-paper.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { labelOfCategory, type Tenant } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import { ownerInWords } from '../../register/reports/compose-period.ts'
import { type EvaluationReport, periodOf } from '../../register/reports/evaluation.ts'
import { evaluationGroups, indicatorsOf } from '../../register/reports/evaluation-measures.ts'
import { categoriesOf, formatMeasure, partOf, spanOf } from '../../register/reports/evaluation-paper.ts'
import { measuresOf, percentInTime } from '../../register/reports/period-measures.ts'
import { daysOfMonth, type PeriodReport } from '../../register/reports/period-report.ts'
import type { PublicStatistics } from '../../register/reports/public-statistics.ts'
import { evaluationTexts as words } from '../../register/reports/report-texts.ts'
import type { UnitStatistics } from '../../register/reports/unit-statistics.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ViewWording } from '../view-wording.ts'
import { labelsShown } from './case-parts.ts'
import { categoryView } from './common-views.ts'

export function statisticsView(figures: UnitStatistics, tenant: Tenant, wording: ViewWording): StatisticsView {
  const { labels } = wording
  return {
    ...figures,
    byStatus: figures.byStatus.map((line) => ({ ...line, label: labels.status[line.status] })),
    byCategory: figures.byCategory.map((line) => ({
      ...line,
      label: categoryView(tenant, line.category, wording).label,
    })),
    byChannel: figures.byChannel.map((line) => ({ ...line, label: labels.channel[line.channel] })),
    byOutcome: figures.byOutcome.map((line) => ({ ...line, label: labels.outcome[line.outcome] })),
  }
}

/** The figures of a period as the staff's app shows them, each with the figure that finds its cases. */
export function reportView(report: PeriodReport, { settings }: Tenant, { language, labels }: ViewWording): ReportView {
  const { figures, before, recurring } = report
  const labelOf = (category: string) => labelOfCategory(settings, category, language)
  const counted = <Figure extends keyof typeof figures.counts>(figure: Figure, of = figures) => ({
    figure,
    cases: of.counts[figure],
  })
  return {
    ...report,
    received: { now: counted('received'), before: counted('received', before) },
    open: counted('open'),
    late: counted('late'),
    averageStars: { now: figures.averageStars, before: before.averageStars },
    inTimePercent: { now: percentInTime(figures, report.standing), before: percentInTime(before, null) },
    measures: measuresOf(figures, before),
    byCategory: figures.byCategory.map((one) => ({ ...one, label: labelOf(one.category) })),
    byChannel: figures.byChannel.map((one) => ({ ...one, label: labels.channel[one.channel] })),
    byOutcome: figures.byOutcome.map((one) => ({ ...one, label: labels.outcome[one.outcome] })),
    byStatus: figures.byStatus.map((one) => ({ ...one, label: labels.status[one.status] })),
    byStars: figures.byStars,
    byLabel: figures.byLabel.flatMap(({ label, cases }) =>
      labelsShown(settings, [label]).map((one) => ({ ...one, cases })),
    ),
    recurring: recurring.map(({ place, name, category, cases, improvement }) => ({
      ...{ place, name, category, cases },
      label: labelOf(category),
      improvement: improvement && { ...improvement, owner: ownerInWords(improvement) },
    })),
  }
}

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

export function publicStatisticsView(
  { byMonth, byCategory, byOutcome, ...figures }: PublicStatistics,
  tenant: Tenant,
  wording: ViewWording,
): PublicStatisticsView {
  const month = new Intl.DateTimeFormat(wording.language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    office: tenant.settings.name,
    accent: tenant.settings.theme.accent,
    ...figures,
    byMonth: byMonth.map((line) => ({ ...line, label: month.format(new Date(`${line.month}-01`)) })),
    byCategory: byCategory.map(({ category, cases }) => ({
      label: categoryView(tenant, category, wording).label,
      cases,
    })),
    byOutcome: byOutcome.map(({ outcome, cases }) => ({ label: wording.labels.outcome[outcome], cases })),
  }
}
