import { describe, expect, it } from 'vitest'
import {
  type DayNumber,
  dayNumberOf,
  dayOf,
  holidayOn,
  unfilledYears,
} from '../../../service/offices/calendar/office-calendar.ts'
import type { Day } from '../../../service/shared/instant.ts'
import { usualOffice } from '../../case/deadlines/offices.ts'

const numberOf = (day: string): DayNumber => dayNumberOf(day as Day)

function holidaysOf(year: number): string[] {
  const found: string[] = []
  for (let day = numberOf(`${year}-01-01`); day <= numberOf(`${year}-12-31`); day++) {
    if (holidayOn(day, usualOffice) !== null) found.push(dayOf(day).slice(5))
  }
  return found
}

describe('the holidays', () => {
  it('of 2026 are the 17 national ones and the 8 of collective leave', () => {
    expect(holidaysOf(2026)).toEqual(
      [
        ['01-01', '01-16', '02-16', '02-17', '03-18', '03-19', '03-20', '03-21', '03-22', '03-23', '03-24', '04-03'],
        ['04-05', '05-01', '05-14', '05-15', '05-27', '05-28', '05-31', '06-01', '06-16', '08-17', '08-25', '12-24'],
        ['12-25'],
      ].flat(),
    )
  })

  it.each([2025, 2027, 2032])('of %i, for which no decree is known, are those of fixed date', (year) => {
    expect(holidaysOf(year)).toEqual(['01-01', '05-01', '06-01', '08-17', '12-25'])
  })

  it('are told by name', () => {
    expect(holidayOn(numberOf('2026-12-24'), usualOffice)?.name).toBe('Cuti bersama Natal')
    expect(holidayOn(numberOf('2027-08-17'), usualOffice)?.name).toBe('Proklamasi Kemerdekaan')
    expect(holidayOn(numberOf('2026-12-23'), usualOffice)).toBeNull()
  })
})

it('names the years without a decree that a count touches', () => {
  expect(unfilledYears(numberOf('2026-01-01'), numberOf('2026-12-31'), usualOffice)).toEqual([])
  expect(unfilledYears(numberOf('2026-12-31'), numberOf('2027-01-01'), usualOffice)).toEqual([2027])
  expect(unfilledYears(numberOf('2025-12-31'), numberOf('2028-01-01'), usualOffice)).toEqual([2025, 2027, 2028])
})

describe('a year that an office filled in itself', () => {
  const own = {
    holidayYears: [
      { year: 2026, days: [{ day: '2026-12-23' as Day, name: 'Hari libur contoh', kind: 'national' as const }] },
      { year: 2027, days: [] },
    ],
  }

  it('holds instead of what the service knows of that year', () => {
    expect(holidayOn(numberOf('2026-12-23'), own)).toMatchObject({ name: 'Hari libur contoh' })
    expect(holidayOn(numberOf('2026-12-25'), own)).toBeNull()
  })

  it('is no year whose holidays are missing, even if it has none', () => {
    expect(unfilledYears(numberOf('2026-12-31'), numberOf('2028-01-01'), own)).toEqual([2028])
  })
})
