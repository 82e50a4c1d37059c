import { describe, expect, it } from 'vitest'
import { startClock } from '../../../service/case/deadlines/clocks.ts'
import type { OfficeCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { officeWithItsOwnDay, packOf, usualOffice, wib, wit, wita } from './offices.ts'

const counted = (received: Instant, workingDays: number, office: OfficeCalendar) => {
  const { countedFrom, dueAt } = startClock('verification', packOf(workingDays), office, received)
  return { countedFrom, dueAt }
}

it('says of a date that its count reaches a year whose holidays nobody filled in', () => {
  const reaching = (received: string, office: OfficeCalendar = usualOffice) =>
    startClock('verification', packOf(3), office, wib(received)).reachesUndecreedYear

  expect(reaching('2026-12-28 10:00')).toBe(false)
  expect(reaching('2026-12-29 10:00')).toBe(true)
  expect(reaching('2026-12-29 10:00', { ...usualOffice, holidayYears: [{ year: 2027, days: [] }] })).toBe(false)
})

it('leaves out the days on which one office alone is closed', () => {
  const { dueAt, skipped } = startClock('verification', packOf(3), officeWithItsOwnDay, wib('2026-11-23 09:00'))

  expect(dueAt).toBe(wib('2026-11-27 16:00'))
  expect(skipped).toEqual([{ day: '2026-11-24', name: 'Hari jadi kabupaten' }])
})

describe('the clock on the wall', () => {
  const moment = wit('2026-11-27 16:00')

  it('has reached closing in Jayapura while Makassar and Jakarta still work', () => {
    expect(counted(moment, 3, { ...usualOffice, timeZone: 'Asia/Jayapura' })).toEqual({
      countedFrom: '2026-11-30',
      dueAt: wit('2026-12-03 16:00'),
    })
    expect(counted(moment, 3, { ...usualOffice, timeZone: 'Asia/Makassar' })).toEqual({
      countedFrom: '2026-11-27',
      dueAt: wita('2026-12-02 16:00'),
    })
    expect(counted(moment, 3, { ...usualOffice, timeZone: 'Asia/Pontianak' })).toEqual(counted(moment, 3, usualOffice))
  })

  it('shows Monday in Jayapura while Jakarta still has Sunday', () => {
    const late = wib('2026-11-29 22:30')

    expect(counted(late, 0, { ...usualOffice, timeZone: 'Asia/Jayapura' })).toEqual({
      countedFrom: '2026-11-30',
      dueAt: wit('2026-11-30 16:00'),
    })
  })
})

it('names each day that was left out, and why', () => {
  expect(startClock('verification', packOf(3), usualOffice, wib('2026-12-21 10:00')).skipped).toEqual([
    { day: '2026-12-24', name: 'Cuti bersama Natal' },
    { day: '2026-12-25', name: 'Kelahiran Yesus Kristus' },
    { day: '2026-12-26', name: null },
    { day: '2026-12-27', name: null },
  ])
})
