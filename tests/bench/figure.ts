/** One measured figure, what it must keep to, and what was measured beside it in the same run. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly most?: number
  readonly least?: number
  readonly beside?: string
}

/** A benchmark: measures, and may take its time, but never more than the whole run has. */
export type Bench = () => Promise<readonly Figure[]>

export const holds = ({ value, most = Infinity, least = -Infinity }: Figure): boolean => value >= least && value <= most

/** A table for people: a line for each figure. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    isBound(figure) ? (holds(figure) ? 'ok' : 'BROKEN') : '',
    figure.what,
    amount(figure.value, figure.unit),
    boundOf(figure),
    figure.beside ?? '',
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}

const isBound = ({ most, least }: Figure): boolean => most !== undefined || least !== undefined

const boundOf = ({ most, least, unit }: Figure): string =>
  most !== undefined ? `≤ ${amount(most, unit)}` : least !== undefined ? `≥ ${amount(least, unit)}` : ''

/** A number as people read it: three digits that matter, thousands apart. */
export function amount(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`
}

/** The value below which this share of the measured ones lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
