import { failureCauseNames } from '../../offices/failure-cause-names.ts'
import type { Cell, Workbook } from '../../offices/office-paper.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type ChannelNames, labelRows, ownerInWords, spanInWords } from './compose-period.ts'
import { type MeasuredValue, measuresOf } from './period-measures.ts'
import type { PeriodReport } from './period-report.ts'
import { periodTexts as words } from './report-texts.ts'

export function periodWorkbook(report: PeriodReport, tenant: Tenant, channels: ChannelNames): Workbook {
  const { measuredAt, isPartial, period, leftOut } = report
  const above = [
    words.title,
    tenant.settings.name,
    spanInWords(period),
    ...(isPartial ? [words.partial] : []),
    ...leftOut.map(({ series, from, to }) => `${words.sections.leftOut}: ${series}, ${from}–${to}`),
  ]
  return {
    title: words.title,
    createdAt: measuredAt,
    sheets: [measuresSheet(report, above), ...countSheets(report, tenant, channels)],
  }
}

type Sheet = Workbook['sheets'][number]

const valueCells = ({ value, ninetieth, part, of, undone }: MeasuredValue): Cell[] => [
  value,
  ninetieth,
  part?.cases ?? null,
  of.cases,
  undone?.cases ?? null,
]

function measuresSheet({ figures, before }: PeriodReport, above: readonly string[]): Sheet {
  const columns = [words.value, words.ninetiethColumn, words.part, words.of, words.undone]
  const headings = [...columns, ...columns.map((column) => `${column} (${words.periodBefore.toLowerCase()})`)]
  const none: Cell[] = [null, null, null, null]
  return {
    name: words.sheet.measures,
    above,
    columns: [
      { heading: words.measure, width: 56 },
      { heading: words.unit, width: 10 },
      ...headings.map((heading) => ({ heading, width: 14 })),
    ],
    rows: [
      [words.received, null, figures.counts.received, ...none, before.counts.received, ...none],
      [words.late, null, figures.counts.late, ...none, before.counts.late, ...none],
      ...measuresOf(figures, before).map(({ name, unit, now, before: then }): Cell[] => [
        words.measures[name],
        words.units[unit],
        ...valueCells(now),
        ...valueCells(then),
      ]),
      [words.satisfaction, null, figures.averageStars, ...none, before.averageStars, ...none],
    ],
  }
}

function countSheets(
  { figures, recurring, backlog }: PeriodReport,
  tenant: Tenant,
  channels: ChannelNames,
): readonly Sheet[] {
  const labelOf = (category: string) =>
    tenant.settings.categories.find(({ code }) => code === category)?.label.id ?? category
  return [
    {
      name: words.sheet.categories,
      above: [],
      columns: [
        { heading: words.category, width: 40 },
        ...[words.cases, words.inTimeColumn, words.of, `${words.toAnswer}: median`, words.ninetiethColumn].map(
          (heading) => ({ heading, width: 14 }),
        ),
      ],
      rows: figures.byCategory.map(({ category, received, inTime, timed, toAnswer }): Cell[] => [
        labelOf(category),
        received,
        inTime,
        timed,
        toAnswer.median,
        toAnswer.ninetieth,
      ]),
    },
    {
      name: words.sheet.counts,
      above: [],
      columns: [
        { heading: words.channel, width: 40 },
        { heading: words.cases, width: 12 },
      ],
      rows: figures.byChannel.map(({ channel, cases }): Cell[] => [channels[channel], cases]),
    },
    {
      name: words.sheet.labels,
      above: [],
      columns: [
        { heading: words.label, width: 40 },
        { heading: words.cases, width: 12 },
      ],
      rows: labelRows(figures, tenant.settings),
    },
    {
      name: words.sheet.backlog,
      above: [],
      columns: [
        { heading: words.day, width: 14 },
        { heading: words.open, width: 14 },
      ],
      rows: backlog.map(({ day, cases }): Cell[] => [day, cases]),
    },
    {
      name: words.sheet.recurring,
      above: [],
      columns: [
        { heading: words.place, width: 50 },
        { heading: words.category, width: 40 },
        { heading: words.cases, width: 12 },
        ...[words.cause, words.changed, words.owner].map((heading) => ({ heading, width: 40 })),
        { heading: words.checkOn, width: 14 },
      ],
      rows: recurring.map(({ name, category, cases, improvement }): Cell[] => [
        name,
        labelOf(category),
        cases,
        ...(improvement
          ? [
              failureCauseNames.id[improvement.cause],
              improvement.change,
              ownerInWords(improvement),
              improvement.checkOn,
            ]
          : [null, null, null, null]),
      ]),
    },
  ]
}
