import { describe, expect, it } from 'vitest'
import { dayNumberOf } from '../../../service/offices/calendar/office-calendar.ts'
import {
  localDateOf,
  localTimeOf,
  nextOpening,
  whyClosed,
  workingDaysBetween,
} from '../../../service/offices/calendar/working-days.ts'
import { type Day, plusMilliseconds, SECOND } from '../../../service/shared/instant.ts'
import { officeWithItsOwnDay, officeWithLunch, usualOffice, wib } from '../../case/deadlines/offices.ts'

const numberOf = (day: string) => dayNumberOf(day as Day)

describe('an office', () => {
  it('works on an ordinary Wednesday', () => {
    expect(whyClosed(numberOf('2026-11-25'), usualOffice)).toBeNull()
  })

  it.each([
    ['2026-11-28', null],
    ['2026-03-21', null],
    ['2026-03-19', 'Hari Suci Nyepi'],
    ['2026-03-20', 'Cuti bersama Idulfitri'],
  ])('is closed on %s and says why', (day, name) => {
    expect(whyClosed(numberOf(day), usualOffice)).toEqual({ day, name })
  })

  it('closes on a day of its own, which other offices work through', () => {
    expect(whyClosed(numberOf('2026-11-24'), officeWithItsOwnDay)).toMatchObject({ name: 'Hari jadi kabupaten' })
    expect(whyClosed(numberOf('2026-11-24'), usualOffice)).toBeNull()
  })

  it.each([
    ['before opening', '2026-11-23 06:00', '2026-11-23 08:00'],
    ['while it is open', '2026-11-23 11:59', '2026-11-23 11:59'],
    ['when lunch begins', '2026-11-23 12:00', '2026-11-23 13:00'],
    ['when lunch ends', '2026-11-23 13:00', '2026-11-23 13:00'],
    ['in the long lunch of Friday', '2026-11-27 11:30', '2026-11-27 13:30'],
    ['on Friday evening', '2026-11-27 16:30', '2026-11-30 08:00'],
    ['before Idulfitri', '2026-03-17 16:00', '2026-03-25 08:00'],
    ['on New Year’s Eve', '2026-12-31 20:00', '2027-01-04 08:00'],
  ])('that closes for lunch, asked %s, opens next at the right time', (_, asked, opens) => {
    expect(nextOpening(wib(asked), officeWithLunch)).toBe(wib(opens))
  })

  it('that opened a second ago is open now', () => {
    const justAfter = plusMilliseconds(wib('2026-11-23 08:00'), SECOND)

    expect(nextOpening(justAfter, usualOffice)).toBe(justAfter)
  })

  it('that never opens is not waited for without end', () => {
    const never = { ...usualOffice, week: { ...usualOffice.week } }
    for (const weekday of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const) never.week[weekday] = []

    expect(nextOpening(wib('2026-11-23 10:00'), never)).toBe(wib('2026-11-23 10:00'))
  })
})

describe('between two days', () => {
  it('counts the working days after the first, with the last, and tells what it left out', () => {
    expect(workingDaysBetween(numberOf('2026-12-23'), numberOf('2026-12-29'), usualOffice)).toEqual({
      workingDays: 2,
      skipped: [
        { day: '2026-12-24', name: 'Cuti bersama Natal' },
        { day: '2026-12-25', name: 'Kelahiran Yesus Kristus' },
        { day: '2026-12-26', name: null },
        { day: '2026-12-27', name: null },
      ],
    })
  })

  it('finds none from a day to itself or back', () => {
    const day = numberOf('2026-11-25')

    expect(workingDaysBetween(day, day, usualOffice).workingDays).toBe(0)
    expect(workingDaysBetween(day, day - 3, usualOffice).workingDays).toBe(0)
  })
})

it('tells day and time by the clock on the wall', () => {
  const newYear = wib('2027-01-01 00:30')

  expect([localDateOf(newYear, usualOffice), localTimeOf(newYear, usualOffice)]).toEqual(['2027-01-01', '00:30'])
  const far = { timeZone: 'Asia/Jayapura' } as const
  expect([localDateOf(newYear, far), localTimeOf(newYear, far)]).toEqual(['2027-01-01', '02:30'])
})
