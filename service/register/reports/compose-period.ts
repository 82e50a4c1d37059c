import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { letterTexts } from '../../desk/letters/letter-texts.ts'
import { failureCauseNames } from '../../offices/failure-cause-names.ts'
import { heading, type OfficePaper, type PaperBlock, printable } from '../../offices/office-paper.ts'
import { labelsOn, type Tenant } from '../../offices/tenants/tenant.ts'
import type { IntakeChannel } from '../../offices/vocabulary.ts'
import { sayDate, sayMoment } from '../../shared/time-in-words.ts'
import { FEW } from './evaluation-measures.ts'
import type { PeriodFigures, Wait } from './measure-period.ts'
import { type MeasuredValue, measuresOf, type PeriodMeasure, percentInTime } from './period-measures.ts'
import { type Improved, LARGEST, type Period, type PeriodReport, stretchOf } from './period-report.ts'
import { decimal, periodTexts as words } from './report-texts.ts'

export type ChannelNames = Readonly<Record<IntakeChannel, string>>

export function spanInWords(period: Period): string {
  const { from, to } = stretchOf(period)
  return words.span({ from: sayDate(from, 'id'), to: sayDate(to, 'id') })
}

export function composePeriod(report: PeriodReport, tenant: Tenant, channels: ChannelNames): OfficePaper {
  const { figures, before, measuredAt, isPartial, period } = report
  const { settings } = tenant
  const { counted, late, few } = words.notes
  return {
    language: 'id',
    createdAt: measuredAt,
    letterhead: letterheadOf(settings),
    title: words.title,
    number: spanInWords(period),
    lead: words.lead({ office: printable(settings.name), span: spanInWords(period) }),
    watermark: null,
    blocks: [
      { kind: 'figures', figures: headlinesOf(report) },
      ...(isPartial ? [{ kind: 'text', text: words.partial, look: 'strong' } as const] : []),
      heading(words.sections.measures),
      {
        kind: 'table',
        columns: [words.measure, words.thisPeriod, words.periodBefore, words.change],
        shares: [0.34, 0.27, 0.25, 0.14],
        rows: measuresOf(figures, before).map(measureRow),
      },
      heading(words.sections.backlog),
      { kind: 'text', text: backlogInWords(report) },
      heading(words.sections.categories),
      categoriesTable(figures, tenant),
      heading(words.sections.channels),
      {
        kind: 'table',
        columns: [words.channel, words.cases],
        shares: [0.7, 0.3],
        rows: figures.byChannel.map(({ channel, cases }) => [channels[channel], String(cases)]),
      },
      ...labelBlocks(figures, tenant),
      heading(words.sections.recurring),
      recurringTable(report, tenant),
      ...improvements(report, tenant),
      ...leftOutBlocks(report, tenant),
      ...[
        counted({ measuredAt: sayMoment(measuredAt, settings.calendar.timeZone, 'id') }),
        late,
        few({ few: FEW }),
      ].map((text) => ({ kind: 'text', text, look: 'small' }) as const),
    ],
    page: letterTexts.id.page,
  }
}

/** Satisfaction stands beside the dates, because a fast answer need not be a good one. */
function headlinesOf({ figures, before, standing }: PeriodReport) {
  const { averageStars, counts, waits } = figures
  const { ninetieth } = waits.answer
  return [
    {
      value: String(counts.received),
      label: words.received,
      note: words.before({ value: String(before.counts.received) }),
    },
    {
      value: inTimeShare(figures, standing),
      label: words.inTime,
      note: words.before({ value: inTimeShare(before, null) }),
    },
    {
      value: averageStars === null ? words.unknown : words.stars({ stars: decimal(averageStars) }),
      label: words.satisfaction,
      note: words.rated({ rated: counts.rated, answered: counts.answered }),
    },
    {
      value: ninetieth === null ? words.unknown : words.days({ days: decimal(ninetieth) }),
      label: words.ninetieth,
      note: words.lateOnes({ count: standing?.late ?? counts.late }),
    },
  ]
}

const percentOf = (part: number, of: number): string => (of === 0 ? words.unknown : `${Math.round((100 * part) / of)}%`)

function inTimeShare(figures: PeriodFigures, standing: PeriodReport['standing']): string {
  const percent = percentInTime(figures, standing)
  return percent === null ? words.unknown : `${percent}%`
}

const measureRow = ({ name, now, before, change, isOfFew }: PeriodMeasure): string[] => [
  words.measures[name],
  formatValue(now),
  formatValue(before),
  change === null ? words.unknown : `${words.changes[change]}${isOfFew ? ' *' : ''}`,
]

/** A share always comes with its total, and a median with those who still wait. */
function formatValue({ value, ninetieth, part, of, undone }: MeasuredValue): string {
  if (value === null) return undone && undone.cases > 0 ? words.noneOf({ undone: undone.cases }) : words.notMeasured
  if (part) return words.shareOf({ percent: value, part: part.cases, of: of.cases })
  return words.waited({
    median: decimal(value),
    ninetieth: decimal(ninetieth ?? value),
    of: of.cases,
    undone: undone?.cases ?? 0,
  })
}

function backlogInWords({ backlog }: PeriodReport): string {
  const [first, last] = [backlog[0], backlog.at(-1)]
  if (!first || !last) return words.notMeasured
  const most = backlog.reduce((highest, one) => (one.cases > highest.cases ? one : highest))
  return words.backlogSaid({ first: first.cases, last: last.cases, most: most.cases, day: sayDate(most.day, 'id') })
}

const labelIn = ({ settings }: Tenant, category: string): string =>
  settings.categories.find(({ code }) => code === category)?.label.id ?? category

const waitInWords = ({ median, ninetieth }: Wait): string =>
  median === null || ninetieth === null
    ? words.unknown
    : `${words.days({ days: decimal(median) })} / ${words.days({ days: decimal(ninetieth) })}`

const categoriesTable = ({ byCategory }: PeriodFigures, tenant: Tenant): PaperBlock => ({
  kind: 'table',
  columns: [words.category, words.cases, words.inTimeColumn, `${words.toAnswer} (median / ${words.ninetiethColumn})`],
  shares: [0.4, 0.16, 0.16, 0.28],
  rows: byCategory.map(({ category, received, inTime, timed, toAnswer }) => [
    printable(labelIn(tenant, category)),
    String(received),
    percentOf(inTime, timed),
    waitInWords(toAnswer),
  ]),
})

/** A unit without labels reads nothing of them. */
const labelBlocks = (figures: PeriodFigures, { settings }: Tenant): PaperBlock[] =>
  figures.byLabel.length === 0
    ? []
    : [
        heading(words.sections.labels),
        {
          kind: 'table',
          columns: [words.label, words.cases],
          shares: [0.7, 0.3],
          rows: labelRows(figures, settings).map(([name, cases]) => [printable(name), String(cases)]),
        },
      ]

export const labelRows = ({ byLabel }: PeriodFigures, settings: Tenant['settings']): [name: string, cases: number][] =>
  byLabel.flatMap(({ label, cases }) => labelsOn(settings, [label]).map(({ name }): [string, number] => [name, cases]))

const recurringTable = ({ recurring }: PeriodReport, tenant: Tenant): PaperBlock =>
  recurring.length === 0
    ? { kind: 'text', text: words.noneRecurring }
    : {
        kind: 'table',
        columns: [words.place, words.category, words.cases],
        shares: [0.5, 0.35, 0.15],
        rows: recurring.map(({ name, category, cases }) => [
          printable(name),
          printable(labelIn(tenant, category)),
          String(cases),
        ]),
      }

export const ownerInWords = ({ owner: { name, position } }: Improved): string =>
  [name, position].filter((part) => part !== '').join(', ')

/** A reader of places that recur also reads what is done about the worst of them. */
const improvements = ({ recurring }: PeriodReport, tenant: Tenant): PaperBlock[] =>
  recurring.length === 0
    ? []
    : [
        { kind: 'text', text: words.largest({ groups: Math.min(LARGEST, recurring.length) }), look: 'strong' },
        ...recurring.slice(0, LARGEST).flatMap((group): PaperBlock[] => {
          const { improvement, name, category } = group
          const named = printable(`${name} · ${labelIn(tenant, category)}`)
          if (!improvement) return [{ kind: 'text', text: words.notImproved({ group: named }) }]
          const { cause, change, checkOn } = improvement
          return [
            {
              kind: 'text',
              text: words.improved({
                group: named,
                cause: failureCauseNames.id[cause].toLowerCase(),
                change: printable(change),
              }),
            },
            {
              kind: 'text',
              text: answerFor(printable(ownerInWords(improvement)), checkOn),
              look: 'small',
            },
          ]
        }),
      ]

const answerFor = (who: string, checkOn: string | null): string =>
  checkOn === null ? words.answeredFor({ who }) : words.answersFor({ who, day: sayDate(checkOn, 'id') })

/** Somebody who adds up the numbers of the register learns why some are missing. */
const leftOutBlocks = ({ leftOut }: PeriodReport, { settings }: Tenant): PaperBlock[] =>
  leftOut.length === 0
    ? []
    : [
        heading(words.sections.leftOut),
        ...leftOut.map(({ series, from, to, asOf, checked }): PaperBlock => {
          const number = (sequence: number) => `${settings.numberPrefix}-${series}-${String(sequence).padStart(6, '0')}`
          const when = sayMoment(asOf, settings.calendar.timeZone, 'id')
          return { kind: 'text', text: words.leftOut({ from: number(from), to: number(to), asOf: when, checked }) }
        }),
      ]
