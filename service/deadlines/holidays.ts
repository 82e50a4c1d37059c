import type { Day } from '../shared/instant.ts'
import { type DayNumber, dayNumberOf, yearOf } from './day-number.ts'

/** National holidays of 2026. Source: SKB 3 Menteri no. 1497/2025, no. 2/2025 and no. 5/2025. */
const national2026 = [
  ['2026-01-01', 'Tahun Baru Masehi'],
  ['2026-01-16', 'Isra Mikraj Nabi Muhammad saw.'],
  ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'],
  ['2026-03-19', 'Hari Suci Nyepi'],
  ['2026-03-21', 'Idulfitri 1447 H'],
  ['2026-03-22', 'Idulfitri 1447 H'],
  ['2026-04-03', 'Wafat Yesus Kristus'],
  ['2026-04-05', 'Kebangkitan Yesus Kristus'],
  ['2026-05-01', 'Hari Buruh Internasional'],
  ['2026-05-14', 'Kenaikan Yesus Kristus'],
  ['2026-05-27', 'Iduladha 1447 H'],
  ['2026-05-31', 'Hari Raya Waisak 2570 BE'],
  ['2026-06-01', 'Hari Lahir Pancasila'],
  ['2026-06-16', 'Tahun Baru Islam 1448 H'],
  ['2026-08-17', 'Proklamasi Kemerdekaan'],
  ['2026-08-25', 'Maulid Nabi Muhammad saw.'],
  ['2026-12-25', 'Kelahiran Yesus Kristus'],
] as const

/** Collective leave of 2026 under the same decree. Offices close on it as on a holiday. */
const collectiveLeave2026 = [
  ['2026-02-16', 'Cuti bersama Tahun Baru Imlek'],
  ['2026-03-18', 'Cuti bersama Nyepi'],
  ['2026-03-20', 'Cuti bersama Idulfitri'],
  ['2026-03-23', 'Cuti bersama Idulfitri'],
  ['2026-03-24', 'Cuti bersama Idulfitri'],
  ['2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'],
  ['2026-05-28', 'Cuti bersama Iduladha'],
  ['2026-12-24', 'Cuti bersama Natal'],
] as const

/** Holidays that fall on the same date each year, whatever the decree. */
const fixedDates = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['12-25', 'Kelahiran Yesus Kristus'],
] as const

export type HolidayName = (typeof national2026 | typeof collectiveLeave2026 | typeof fixedDates)[number][1]

type Holidays = ReadonlyMap<DayNumber, HolidayName>

const tableOf = (days: readonly (readonly [string, HolidayName])[]): Holidays =>
  new Map(days.map(([day, name]) => [dayNumberOf(day as Day), name]))

const decreed: ReadonlyMap<number, Holidays> = new Map([[2026, tableOf([...national2026, ...collectiveLeave2026])]])
const undecreed = new Map<number, Holidays>()

function holidaysOf(year: number): Holidays {
  const known = decreed.get(year) ?? undecreed.get(year)
  if (known) return known
  const fixed = tableOf(fixedDates.map(([date, name]) => [`${year}-${date}`, name]))
  undecreed.set(year, fixed)
  return fixed
}

/** The national holiday or collective leave of that day. A year without a decree has only the holidays of fixed date. */
export const holidayOn = (day: DayNumber): HolidayName | null => holidaysOf(yearOf(day)).get(day) ?? null

/** The years from the first day to the last whose decree is not known: what is counted into them may still move. */
export function undecreedYears(first: DayNumber, last: DayNumber): number[] {
  const years: number[] = []
  for (let year = yearOf(first); year <= yearOf(last); year++) if (!decreed.has(year)) years.push(year)
  return years
}
