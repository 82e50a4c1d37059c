import {
  type FigureName,
  type ShareName,
  shareMeasures,
  type WaitName,
  waitMeasures,
} from '../../offices/report-figures.ts'
import { keysOf } from '../../shared/records.ts'
import { FEW } from './evaluation-measures.ts'
import type { PeriodFigures } from './measure-period.ts'
import type { Standing } from './period-report.ts'

interface Counted {
  readonly figure: FigureName
  readonly cases: number
}

export interface MeasuredValue {
  /** Median days, or a percentage; `null` means that nothing was measured. */
  readonly value: number | null
  /** Nine of ten waited at most so many days; `null` for a share too. */
  readonly ninetieth: number | null
  readonly part: Counted | null
  readonly of: Counted
  /** Cases that a median leaves out because they still wait. */
  readonly undone: Counted | null
}

export interface PeriodMeasure {
  readonly name: WaitName | ShareName
  readonly unit: 'days' | 'percent'
  readonly now: MeasuredValue
  readonly before: MeasuredValue
  /** `null` means that one of them is missing, or that neither direction is better. */
  readonly change: 'better' | 'worse' | 'same' | null
  readonly isOfFew: boolean
}

/** Every measure with the period before, in the order in which reports show them. */
export const measuresOf = (figures: PeriodFigures, before: PeriodFigures): PeriodMeasure[] => [
  ...keysOf(waitMeasures).map((name) => compare(name, 'days', 'less', waitIn(figures, name), waitIn(before, name))),
  ...keysOf(shareMeasures).map((name) =>
    compare(name, 'percent', shareMeasures[name].better, shareIn(figures, name), shareIn(before, name)),
  ),
]

/**
 * A percentage of all that was answered or is overdue, also of what is overdue now and was received before the period:
 * so nobody reads 100 % beside cases that wait beyond their date. `null` means that there is nothing to measure.
 */
export function percentInTime({ counts }: PeriodFigures, standing: Standing | null): number | null {
  const all = counts.timed + (standing?.lateEarlier ?? 0)
  return all === 0 ? null : shareOf(counts.in_time, all)
}

const counted = ({ counts }: PeriodFigures, figure: FigureName): Counted => ({ figure, cases: counts[figure] })

function waitIn(figures: PeriodFigures, name: WaitName): MeasuredValue {
  const { median, ninetieth } = figures.waits[name]
  const { done, undone } = waitMeasures[name]
  return { value: median, ninetieth, part: null, of: counted(figures, done), undone: counted(figures, undone) }
}

/** Rounded, but 100 stands for all and 0 for none alone. */
function shareOf(part: number, of: number): number {
  const percent = Math.round((100 * part) / of)
  return part < of && percent === 100 ? 99 : part > 0 && percent === 0 ? 1 : percent
}

function shareIn(figures: PeriodFigures, name: ShareName): MeasuredValue {
  const { part, of } = shareMeasures[name]
  const [some, all] = [counted(figures, part), counted(figures, of)]
  const value = all.cases === 0 ? null : shareOf(some.cases, all.cases)
  return { value, ninetieth: null, part: some, of: all, undone: null }
}

function compare(
  name: PeriodMeasure['name'],
  unit: PeriodMeasure['unit'],
  better: 'less' | 'more' | null,
  now: MeasuredValue,
  before: MeasuredValue,
): PeriodMeasure {
  const isOfFew = Math.min(now.of.cases, before.of.cases) < FEW
  return { name, unit, now, before, change: changeOf(now.value, before.value, better), isOfFew }
}

function changeOf(now: number | null, before: number | null, better: 'less' | 'more' | null): PeriodMeasure['change'] {
  if (now === null || before === null || better === null) return null
  if (now === before) return 'same'
  return now < before === (better === 'less') ? 'better' : 'worse'
}
