import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { letterTexts } from '../../desk/letters/letter-texts.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { heading, type OfficePaper, type PaperBlock, printable, textUnder } from '../../offices/office-paper.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Day } from '../../shared/instant.ts'
import { sayDate, sayMoment } from '../../shared/time-in-words.ts'
import { type EvaluationReport, periodOf } from './evaluation.ts'
import { ANSWERED_WITHIN, FEW, type Indicator, indicatorsOf, type Measure } from './evaluation-measures.ts'
import { daysOfMonth } from './period-report.ts'
import { decimal, evaluationTexts as evaluationWords } from './report-texts.ts'

/** The four-monthly report to the Bupati is official, and so in Indonesian only. */
export function composeEvaluation(report: EvaluationReport, tenant: Tenant): OfficePaper {
  const { settings } = tenant
  const { id, figures, before, signing, measuredAt, finishedAt, logHead } = report
  const { timeZone } = settings.calendar
  const lines = indicatorsOf(figures, before)
  const of = (group: Indicator['group']) => tableOf(lines.filter((line) => line.group === group))
  const { inTime, toAnswer } = figures
  const { counted, days, few, notMeasured } = evaluationWords.notes
  return {
    language: 'id',
    createdAt: measuredAt,
    letterhead: letterheadOf(settings),
    title: evaluationWords.title,
    number: signing ? evaluationWords.number({ number: printable(signing.number) }) : evaluationWords.draft,
    lead: evaluationWords.lead({ office: printable(settings.name), part: partOf(id), span: spanOf(id) }),
    watermark: finishedAt ? null : evaluationWords.watermark,
    blocks: [
      {
        kind: 'figures',
        figures: [
          {
            value: String(figures.received),
            label: evaluationWords.received,
            note: evaluationWords.before({ count: before.received }),
          },
          {
            value: String(figures.answered),
            label: evaluationWords.answered,
            note: evaluationWords.stillOpen({ count: figures.open }),
          },
          {
            value: formatShare(inTime),
            label: evaluationWords.inTime,
            note: evaluationWords.beforeShare({ share: formatShare(before.inTime) }),
          },
          {
            value:
              toAnswer.days === null ? evaluationWords.unknown : evaluationWords.days({ days: decimal(toAnswer.days) }),
            label: evaluationWords.toAnswer,
            note: evaluationWords.late({ count: figures.late }),
          },
        ],
      },
      ...textUnder(evaluationWords.foreword, report.words.foreword),
      ...(['speed', 'clarity', 'communication', 'data'] as const).flatMap((group) => [
        heading(evaluationWords.groups[group]),
        of(group),
      ]),
      { kind: 'bars', caption: evaluationWords.byCategory, bars: categoryBars(report, tenant) },
      { kind: 'text', text: evaluationWords.changes, look: 'strong' },
      { kind: 'text', text: printable(report.words.changes) || evaluationWords.nothingWritten },
      ...textUnder(evaluationWords.analysis, report.words.analysis),
      ...textUnder(evaluationWords.followUp, report.words.followUp),
      heading(evaluationWords.reading),
      ...[
        counted({ measuredAt: sayMoment(measuredAt, timeZone, 'id') }),
        days({ within: ANSWERED_WITHIN }),
        few({ few: FEW }),
        notMeasured,
        ...(logHead ? [evaluationWords.logHead({ day: sayDate(logHead.day, 'id'), digest: logHead.digest })] : []),
      ].map((text) => ({ kind: 'text', text, look: 'small' }) as const),
      ...(signing ? [signaturesOf(signing, localDateOf(measuredAt, settings.calendar))] : []),
    ],
    page: letterTexts.id.page,
  }
}

const signaturesOf = (
  { city, name, nip, position, rank }: NonNullable<EvaluationReport['signing']>,
  signedOn: Day,
): PaperBlock => ({
  kind: 'signatures',
  signatories: [
    {
      caption: [[printable(city), sayDate(signedOn, 'id')].filter(Boolean).join(', '), `${printable(position)},`].join(
        '\n',
      ),
      name: printable(name),
      position: [printable(rank), nip && `NIP ${printable(nip)}`].filter(Boolean).join('\n'),
    },
  ],
})

export const partOf = (id: string): string => ['I', 'II', 'III'][Number(id.slice(-1)) - 1] ?? ''

export function spanOf(id: string): string {
  const { from, to } = periodOf(id)
  return `${sayDate(daysOfMonth(from).from, 'id')} sampai ${sayDate(daysOfMonth(to).to, 'id')}`
}

export const tableOf = (lines: readonly Indicator[]): PaperBlock => ({
  kind: 'table',
  columns: [
    evaluationWords.indicator,
    evaluationWords.thisPeriod,
    evaluationWords.periodBefore,
    evaluationWords.change,
  ],
  shares: [0.46, 0.2, 0.2, 0.14],
  rows: lines.map(({ name, unit, now, before, change, isOfFew }) => [
    evaluationWords.indicators[name],
    formatMeasure(now, unit),
    formatMeasure(before, unit),
    change === null ? evaluationWords.unknown : `${evaluationWords.changeSaid[change]}${isOfFew ? ' *' : ''}`,
  ]),
})

/** `75% (3 dari 4)`, `2,5 hari (dari 12 yang sudah; 3 belum)`: a share always comes with its total. */
export function formatMeasure({ value, part, of, undone = 0 }: Measure, unit: Indicator['unit']): string {
  if (value === null) return undone > 0 ? evaluationWords.noneOf({ undone }) : evaluationWords.notMeasured
  return unit === 'days'
    ? evaluationWords.daysOf({ days: decimal(value), of, undone })
    : evaluationWords.shareOf({ percent: value, part: part ?? 0, of })
}

export const formatShare = ({ part, of }: { readonly part: number; readonly of: number }): string =>
  of === 0 ? evaluationWords.unknown : `${Math.round((100 * part) / of)}%`

/** The most frequent comes first. */
export function categoriesOf({ figures, before }: Pick<EvaluationReport, 'figures' | 'before'>, { settings }: Tenant) {
  const codes = new Set([...Object.keys(figures.byCategory), ...Object.keys(before.byCategory)])
  return [...codes]
    .map((code) => ({
      label: settings.categories.find((category) => category.code === code)?.label ?? { id: code, en: code },
      now: figures.byCategory[code] ?? 0,
      before: before.byCategory[code] ?? 0,
    }))
    .sort((one, other) => other.now - one.now)
}

const categoryBars = (report: EvaluationReport, tenant: Tenant) =>
  categoriesOf(report, tenant).map(({ label, now, before }) => ({
    label: printable(label.id),
    value: now,
    said: evaluationWords.countBefore({ now, before }),
  }))
