import type { ReportView } from '../../contract/report-view.ts'
import { labelOfCategory, type Tenant } from '../../offices/tenants/tenant.ts'
import { ownerInWords } from '../../register/reports/compose-period.ts'
import { measuresOf, percentInTime } from '../../register/reports/period-measures.ts'
import type { PeriodReport } from '../../register/reports/period-report.ts'
import type { ViewWording } from '../view-wording.ts'
import { labelsShown } from './label-view.ts'

/** The figures of a period as the staff's app shows them, each with the figure that finds its cases. */
export function reportView(report: PeriodReport, { settings }: Tenant, { language, labels }: ViewWording): ReportView {
  const { figures, before, period, periodBefore, measuredAt, isPartial, backlog, recurring, leftOut, inflowBy } = report
  const labelOf = (category: string) => labelOfCategory(settings, category, language)
  const counted = <Figure extends keyof typeof figures.counts>(figure: Figure, of = figures) => ({
    figure,
    cases: of.counts[figure],
  })
  return {
    period,
    periodBefore,
    measuredAt,
    isPartial,
    received: { now: counted('received'), before: counted('received', before) },
    open: counted('open'),
    late: counted('late'),
    averageStars: { now: figures.averageStars, before: before.averageStars },
    standing: report.standing,
    inTimePercent: { now: percentInTime(figures, report.standing), before: percentInTime(before, null) },
    measures: measuresOf(figures, before),
    inflow: report.inflow,
    inflowBy,
    backlog,
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
      improvement: improvement && {
        cause: improvement.cause,
        change: improvement.change,
        owner: ownerInWords(improvement),
        checkOn: improvement.checkOn,
      },
    })),
    leftOut: leftOut.map(({ restoredAt: _, ...gap }) => gap),
  }
}
