import type statistics from '../../texts/id/statistics.json'
import type { Language, Wording } from '../../wording/wording.ts'

/** Months, or days, the last one included: `2026-09` to `2026-12`. */
export interface Months {
  readonly from: string
  readonly to: string
}

const monthAfter = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7)
}

const isDay = (text: string): boolean => text.length === 10

export const firstDayOf = ({ from }: Months): string => (isDay(from) ? from : `${from}-01`)
export const lastDayOf = ({ to }: Months): string =>
  isDay(to) ? to : new Date(Date.parse(`${monthAfter(to, 1)}-01`) - 86_400_000).toISOString().slice(0, 10)

export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

export interface OfferedPeriod extends Months {
  readonly value: string
  readonly label: string
}

const idOf = ({ from, to }: Months): string => (from === to && !isDay(from) ? from : `${from}_${to}`)

/** Reads `2026-11`, `2026-09_2026-12` or `2026-11-03_2026-11-20`; `null` for anything else. */
export function readPeriod(id: string): Months | null {
  const [, from, to = from] =
    /^(20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?:_(20\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?))?$/.exec(id) ?? []
  return from && to && from.length === to.length ? { from, to } : null
}

export const periodName = (period: Months, { formats }: Pick<StatisticsWording, 'formats'>): string =>
  isDay(period.from)
    ? formats.days(period.from, period.to)
    : formats.months(firstDayOf(period), firstDayOf({ from: period.to, to: period.to }))

/** Periods that an office is asked about: months, quarters, years, and the last twelve months. */
export function offeredPeriods(today: string, { statistics }: Pick<StatisticsWording, 'statistics'>): OfferedPeriod[] {
  const month = today.slice(0, 7)
  const year = Number(month.slice(0, 4))
  const { periods } = statistics
  const [quarter, quarterBefore] = monthsInRows(today, 3, 2)
  const offered = (months: Months, label: string) => ({ ...months, value: idOf(months), label })
  const whole = (of: number) => ({ from: `${of}-01`, to: `${of}-12` })
  const before = monthAfter(month, -1)
  return [
    offered({ from: month, to: month }, periods.thisMonth),
    offered({ from: before, to: before }, periods.lastMonth),
    ...(quarter && quarterBefore
      ? [offered(quarter, periods.thisQuarter), offered(quarterBefore, periods.lastQuarter)]
      : []),
    offered({ from: monthAfter(month, -11), to: month }, periods.lastYear),
    offered(whole(year), periods.year({ year: String(year) })),
    offered(whole(year - 1), periods.year({ year: String(year - 1) })),
  ]
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

/** The wording with the texts of a unit's numbers; these come with its page, so that the desk opens sooner. */
export type StatisticsWording = Wording & { readonly statistics: typeof statistics }

const sources: Readonly<Record<Language, () => Promise<{ readonly default: typeof statistics }>>> = {
  id: () => import('../../texts/id/statistics.json'),
  en: () => import('../../texts/en/statistics.json'),
}

export const statisticsWordsIn = async (wording: Wording): Promise<StatisticsWording> => ({
  ...wording,
  statistics: (await sources[wording.language]()).default,
})
