import type { StatisticsWording } from './statistics-wording.ts'

/** Months, the last one included: `2026-09` to `2026-12`. */
export interface Months {
  readonly from: string
  readonly to: string
}

/** Reads `2026-11` or `2026-09_2026-12`; `null` if it names no months. */
export function monthsIn(text: string): Months | null {
  const month = '\\d{4}-(?:0[1-9]|1[0-2])'
  const [, from, to = from] = new RegExp(`^(${month})(?:_(${month}))?$`).exec(text) ?? []
  return from !== undefined && to !== undefined ? { from, to } : null
}

const monthAfter = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7)
}

export const firstDayOf = ({ from }: Months): string => `${from}-01`
export const lastDayOf = ({ to }: Months): string =>
  new Date(Date.parse(`${monthAfter(to, 1)}-01`) - 86_400_000).toISOString().slice(0, 10)

export interface OfferedPeriod extends Months {
  readonly value: string
  readonly label: string
}

/**
 * Periods that an office is asked about: the last twelve months, single months, quarters, four months and years.
 * @param chosen stands among them whatever it is
 */
export function offeredPeriods(
  today: string,
  chosen: Months | null,
  { statistics, formats }: StatisticsWording,
): OfferedPeriod[] {
  const month = today.slice(0, 7)
  const year = Number(month.slice(0, 4))
  const inRows = [...monthsInRows(today, 1, 4), ...monthsInRows(today, 3, 4), ...monthsInRows(today, 4, 4)]
  const years = [year, year - 1, year - 2].map((one) => ({ from: `${one}-01`, to: `${one}-12` }))
  const offered = (months: Months, label: string) => ({ ...months, value: `${months.from}_${months.to}`, label })
  const nameMonths = (one: Months) =>
    offered(
      one,
      one.from === month && one.to === month
        ? statistics.periods.thisMonth
        : formats.months(firstDayOf(one), firstDayOf({ from: one.to, to: one.to })),
    )
  const periods = [
    offered({ from: monthAfter(month, -11), to: month }, statistics.periods.lastYear),
    ...inRows.map(nameMonths),
    ...years.map((one) => offered(one, statistics.periods.year(one.from.slice(0, 4)))),
  ]
  const isThere = !chosen || periods.some(({ from, to }) => from === chosen.from && to === chosen.to)
  return isThere ? periods : [...periods, nameMonths(chosen)]
}

/** Months in a row, `length` at a time, counted from January, the newest first. */
export function monthsInRows(today: string, length: number, rows: number): Months[] {
  const month = today.slice(0, 7)
  const first = Math.floor((Number(month.slice(5)) - 1) / length) * length + 1
  const newest = `${month.slice(0, 4)}-${String(first).padStart(2, '0')}`
  return Array.from({ length: rows }, (_, back) => {
    const from = monthAfter(newest, -back * length)
    return { from, to: monthAfter(from, length - 1) }
  })
}
