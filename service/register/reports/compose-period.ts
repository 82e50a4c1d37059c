import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { letterWordingId } from '../../desk/letters/wording/id.ts'
import type { OfficePaper, PaperBlock } from '../../offices/paper/office-paper.ts'
import { heading } from '../../offices/paper/paper-blocks.ts'
import { printable } from '../../offices/paper/printable.ts'
import type { Cell, Workbook } from '../../offices/paper/workbook.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { IntakeChannel } from '../../offices/vocabulary.ts'
import { sayDate, sayMoment } from '../../shared/time-in-words.ts'
import { categoriesOf, formatMeasure, formatShare, tableOf } from './compose-evaluation.ts'
import { FEW, indicatorsOf } from './evaluation-indicators.ts'
import { evaluationWords } from './evaluation-words.ts'
import { daysOfMonth } from './period.ts'
import { periodWords as words } from './period-words.ts'
import type { PeriodReport } from './report-period.ts'

/** The names of channels as people read them. */
export type ChannelNames = Readonly<Record<IntakeChannel, string>>

const spanOf = ({ period: { from, to } }: PeriodReport): string =>
  words.span(sayDate(daysOfMonth(from).from, 'id'), sayDate(daysOfMonth(to).to, 'id'))

const daysOrNone = (days: number | null): string =>
  days === null ? evaluationWords.notMeasured : evaluationWords.days(days)

export function composePeriod(report: PeriodReport, tenant: Tenant, channels: ChannelNames): OfficePaper {
  const { figures, before, measuredAt, isPartial } = report
  const { settings } = tenant
  return {
    language: 'id',
    createdAt: measuredAt,
    letterhead: letterheadOf(settings),
    title: words.title,
    number: spanOf(report),
    lead: words.lead(printable(settings.name), spanOf(report)),
    watermark: null,
    blocks: [
      { kind: 'figures', figures: headlinesOf(report) },
      ...(isPartial ? [{ kind: 'text', text: words.partial, look: 'strong' } as const] : []),
      heading(words.sections.measures),
      tableOf(indicatorsOf(figures, before)),
      heading(words.sections.worst),
      pairs([
        [words.nineOfTen, daysOrNone(figures.nineOfTen)],
        [words.reopened, shareOf(figures.reopened)],
      ]),
      heading(words.sections.channels),
      pairs(figures.byChannel.map(({ channel, cases }) => [channels[channel], String(cases)])),
      heading(words.sections.categories),
      pairs(categoriesOf(report, tenant).map(({ label, now }) => [printable(label.id), String(now)])),
      heading(words.sections.recurring),
      recurringOf(report, tenant),
      { kind: 'text', text: words.notes(sayMoment(measuredAt, settings.calendar.timeZone, 'id')), look: 'small' },
      { kind: 'text', text: fewNote, look: 'small' },
    ],
    page: letterWordingId.page,
  }
}

const fewNote = evaluationWords.notes('', FEW, 0)[2] ?? ''

/** Satisfaction stands beside the dates, because a fast answer need not be a good one. */
function headlinesOf({ figures, before }: PeriodReport) {
  const { averageStars, rated } = figures
  return [
    { value: String(figures.received), label: evaluationWords.received, note: evaluationWords.before(before.received) },
    {
      value: formatShare(figures.inTime),
      label: evaluationWords.inTime,
      note: evaluationWords.beforeShare(formatShare(before.inTime)),
    },
    {
      value: averageStars === null ? evaluationWords.unknown : words.stars(averageStars),
      label: words.satisfaction,
      note: words.rated(rated.part, rated.of),
    },
    {
      value: daysOrNone(figures.nineOfTen),
      label: words.nineOfTen.toLowerCase(),
      note: evaluationWords.late(figures.late),
    },
  ]
}

const shareOf = ({ part, of }: { readonly part: number; readonly of: number }): string =>
  of === 0 ? evaluationWords.notMeasured : evaluationWords.shareOf(Math.round((100 * part) / of), part, of)

const pairs = (rows: readonly (readonly [string, string])[]): PaperBlock => ({
  kind: 'table',
  columns: [words.figure, words.value],
  shares: [0.7, 0.3],
  rows,
})

const labelIn = ({ settings }: Tenant, category: string): string =>
  settings.categories.find(({ code }) => code === category)?.label.id ?? category

const recurringOf = ({ figures }: PeriodReport, tenant: Tenant): PaperBlock =>
  figures.recurring.length === 0
    ? { kind: 'text', text: words.noneRecurring }
    : {
        kind: 'table',
        columns: [words.place, words.category, words.cases],
        shares: [0.5, 0.35, 0.15],
        rows: figures.recurring.map(({ place, category, cases }) => [
          printable(place),
          printable(labelIn(tenant, category)),
          String(cases),
        ]),
      }

/** The same as a spreadsheet: numbers to calculate with. */
export function periodWorkbook(report: PeriodReport, tenant: Tenant, channels: ChannelNames): Workbook {
  const { figures, before, measuredAt, isPartial } = report
  const { columns, units } = evaluationWords
  const above = [words.title, tenant.settings.name, spanOf(report), ...(isPartial ? [words.partial] : [])]
  const measured = indicatorsOf(figures, before).map(({ name, unit, now, before: then }): Cell[] => [
    evaluationWords.indicators[name],
    now.value,
    units[unit],
    now.part,
    now.of,
    formatMeasure(then, unit),
  ])
  const { reopened, nineOfTen, averageStars, rated } = figures
  return {
    title: words.title,
    createdAt: measuredAt,
    sheets: [
      {
        name: words.sheet.measures,
        above,
        columns: [
          { heading: evaluationWords.indicator, width: 56 },
          { heading: columns.value, width: 10 },
          { heading: columns.unit, width: 10 },
          { heading: columns.part, width: 10 },
          { heading: columns.of, width: 10 },
          { heading: evaluationWords.periodBefore, width: 28 },
        ],
        rows: [
          [evaluationWords.received, figures.received, null, null, null, String(before.received)],
          ...measured,
          [words.nineOfTen, nineOfTen, units.days, null, reopened.of, null],
          [words.reopened, null, null, reopened.part, reopened.of, null],
          [words.satisfaction, averageStars, null, null, rated.part, null],
        ],
      },
      {
        name: words.sheet.counts,
        above: [],
        columns: [
          { heading: words.figure, width: 20 },
          { heading: words.category, width: 40 },
          { heading: words.cases, width: 12 },
        ],
        rows: [
          ...figures.byChannel.map(({ channel, cases }): Cell[] => [words.channel, channels[channel], cases]),
          ...categoriesOf(report, tenant).map(({ label, now }): Cell[] => [words.category, label.id, now]),
        ],
      },
      {
        name: words.sheet.recurring,
        above: [],
        columns: [
          { heading: words.place, width: 50 },
          { heading: words.category, width: 40 },
          { heading: words.cases, width: 12 },
        ],
        rows: figures.recurring.map(({ place, category, cases }): Cell[] => [place, labelIn(tenant, category), cases]),
      },
    ],
  }
}
