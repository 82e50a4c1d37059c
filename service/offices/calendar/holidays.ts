import { parseDay } from '../../shared/instant.ts'
import { type DayNumber, dayNumberOf, yearOf } from './day-number.ts'
import type { Holiday, HolidayKind, HolidayYear } from './office-calendar.ts'

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

/** Offices close on collective leave (same decree) as on a holiday. */
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

const fixedDates = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Proklamasi Kemerdekaan'],
  ['12-25', 'Kelahiran Yesus Kristus'],
] as const

export type HolidayName = (typeof national2026 | typeof collectiveLeave2026 | typeof fixedDates)[number][1]

const listHolidays = (kind: HolidayKind, days: readonly (readonly [string, HolidayName])[]): Holiday[] =>
  days.map(([day, name]) => ({ day: parseDay(day), name, kind }))

const byDay = ({ day: one }: Holiday, { day: other }: Holiday): number => (one < other ? -1 : 1)

export const decreedYears: readonly HolidayYear[] = [
  {
    year: 2026,
    days: [...listHolidays('national', national2026), ...listHolidays('collective_leave', collectiveLeave2026)].sort(
      byDay,
    ),
  },
]

/** In a year without a decree, only the holidays with a fixed date are certain. */
export const fixedHolidays = (year: number): Holiday[] =>
  listHolidays(
    'national',
    fixedDates.map(([date, name]) => [`${year}-${date}`, name] as const),
  )

interface OwnYears {
  readonly holidayYears: readonly HolidayYear[]
}

const findOwnYear = (year: number, { holidayYears }: OwnYears): HolidayYear | undefined =>
  holidayYears.find((own) => own.year === year) ?? decreedYears.find((decreed) => decreed.year === year)

export const holidaysOfYear = (year: number, own: OwnYears): readonly Holiday[] =>
  findOwnYear(year, own)?.days ?? fixedHolidays(year)

type Table = ReadonlyMap<DayNumber, Holiday>
const tables = new WeakMap<readonly HolidayYear[], Map<number, Table>>()

export function holidayOn(day: DayNumber, own: OwnYears): Holiday | null {
  let ofYears = tables.get(own.holidayYears)
  if (!ofYears) {
    ofYears = new Map()
    tables.set(own.holidayYears, ofYears)
  }
  const year = yearOf(day)
  let table = ofYears.get(year)
  if (!table) {
    table = new Map(holidaysOfYear(year, own).map((holiday) => [dayNumberOf(holiday.day), holiday]))
    ofYears.set(year, table)
  }
  return table.get(day) ?? null
}

/** Lists the years in the range whose holidays nobody entered; a date counted into such a year may still move. */
export function unfilledYears(first: DayNumber, last: DayNumber, own: OwnYears): number[] {
  const years: number[] = []
  for (let year = yearOf(first); year <= yearOf(last); year++) if (!findOwnYear(year, own)) years.push(year)
  return years
}
