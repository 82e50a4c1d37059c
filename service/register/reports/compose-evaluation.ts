import { letterheadOf } from '../../desk/letters/letter-document.ts'
import { letterWordingId } from '../../desk/letters/wording/id.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { heading, type OfficePaper, type PaperBlock, printable, textUnder } from '../../offices/office-paper.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { sayDate, sayMoment } from '../../shared/time-in-words.ts'
import type { EvaluationReport } from './evaluate-unit.ts'
import { periodOf } from './evaluation.ts'
import { FEW, type Indicator, indicatorsOf, type Measure } from './evaluation-indicators.ts'
import { evaluationWords as words } from './evaluation-words.ts'
import { ANSWERED_WITHIN } from './measure-evaluation.ts'
import { daysOfMonth } from './period.ts'

/** The four-monthly report to the Bupati is official, and so in Indonesian only. */
export function composeEvaluation(report: EvaluationReport, tenant: Tenant): OfficePaper {
  const { settings } = tenant
  const { id, figures, before, signing, measuredAt, finishedAt, logHead } = report
  const { timeZone } = settings.calendar
  const lines = indicatorsOf(figures, before)
  const of = (group: Indicator['group']) => tableOf(lines.filter((line) => line.group === group))
  const { inTime, toAnswer } = figures
  return {
    language: 'id',
    createdAt: measuredAt,
    letterhead: letterheadOf(settings),
    title: words.title,
    number: signing ? words.number(printable(signing.number)) : words.draft,
    lead: words.lead(printable(settings.name), partOf(id), spanOf(id)),
    watermark: finishedAt ? null : words.watermark,
    blocks: [
      {
        kind: 'figures',
        figures: [
          { value: String(figures.received), label: words.received, note: words.before(before.received) },
          { value: String(figures.answered), label: words.answered, note: words.stillOpen(figures.open) },
          { value: formatShare(inTime), label: words.inTime, note: words.beforeShare(formatShare(before.inTime)) },
          {
            value: toAnswer.days === null ? words.unknown : words.days(toAnswer.days),
            label: words.toAnswer,
            note: words.late(figures.late),
          },
        ],
      },
      ...textUnder(words.foreword, report.words.foreword),
      ...(['speed', 'clarity', 'communication', 'data'] as const).flatMap((group) => [
        heading(words.groups[group]),
        of(group),
      ]),
      { kind: 'bars', caption: words.byCategory, bars: categoryBars(report, tenant) },
      { kind: 'text', text: words.changes, look: 'strong' },
      { kind: 'text', text: printable(report.words.changes) || words.nothingWritten },
      ...textUnder(words.analysis, report.words.analysis),
      ...textUnder(words.followUp, report.words.followUp),
      heading(words.reading),
      ...words
        .notes(sayMoment(measuredAt, timeZone, 'id'), FEW, ANSWERED_WITHIN)
        .concat(logHead ? [words.logHead(sayDate(logHead.day, 'id'), logHead.digest)] : [])
        .map((text) => ({ kind: 'text', text, look: 'small' }) as const),
      ...(signing
        ? [
            {
              kind: 'signatures',
              signatories: [
                {
                  caption: [
                    [printable(signing.city), sayDate(localDateOf(measuredAt, settings.calendar), 'id')]
                      .filter(Boolean)
                      .join(', '),
                    `${printable(signing.position)},`,
                  ].join('\n'),
                  name: printable(signing.name),
                  position: [printable(signing.rank), signing.nip && `NIP ${printable(signing.nip)}`]
                    .filter(Boolean)
                    .join('\n'),
                },
              ],
            } as const,
          ]
        : []),
    ],
    page: letterWordingId.page,
  }
}

export const partOf = (id: string): string => ['I', 'II', 'III'][Number(id.slice(-1)) - 1] ?? ''

export function spanOf(id: string): string {
  const { from, to } = periodOf(id)
  return `${sayDate(daysOfMonth(from).from, 'id')} sampai ${sayDate(daysOfMonth(to).to, 'id')}`
}

export const tableOf = (lines: readonly Indicator[]): PaperBlock => ({
  kind: 'table',
  columns: [words.indicator, words.thisPeriod, words.periodBefore, words.change],
  shares: [0.46, 0.2, 0.2, 0.14],
  rows: lines.map(({ name, unit, now, before, change, isOfFew }) => [
    words.indicators[name],
    formatMeasure(now, unit),
    formatMeasure(before, unit),
    change === null ? words.unknown : `${words.changeSaid[change]}${isOfFew ? ' *' : ''}`,
  ]),
})

/** `75% (3 dari 4)`, `2,5 hari (dari 12 yang sudah; 3 belum)`: a share always comes with its total. */
export function formatMeasure({ value, part, of, undone = 0 }: Measure, unit: Indicator['unit']): string {
  if (value === null) return undone > 0 ? words.noneOf(undone) : words.notMeasured
  return unit === 'days' ? words.daysOf(value, of, undone) : words.shareOf(value, part ?? 0, of)
}

export const formatShare = ({ part, of }: { readonly part: number; readonly of: number }): string =>
  of === 0 ? words.unknown : `${Math.round((100 * part) / of)}%`

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
    said: words.countBefore(now, before),
  }))
