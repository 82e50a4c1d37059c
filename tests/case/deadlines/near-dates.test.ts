import { describe, expect, it } from 'vitest'
import { longOverdueUntil, nearUntil } from '../../../service/case/deadlines/days-of-clock.ts'
import { type OfficeCalendar, standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { localDateOf } from '../../../service/offices/calendar/working-days.ts'
import type { Day, Instant } from '../../../service/shared/instant.ts'

/** The last day whose dates are near, asked at a time at the office. */
const nearAt = (local: string, workingDays = 1, calendar: OfficeCalendar = standardCalendar) =>
  localDateOf(nearUntil(new Date(`${local}:00+07:00`).toISOString() as Instant, workingDays, calendar), calendar)

describe('a date is near', () => {
  it('from the opening of the working day before', () => {
    expect(nearAt('2026-11-25T07:59')).toBe('2026-11-25')
    expect(nearAt('2026-11-25T08:00')).toBe('2026-11-26')
    expect(nearAt('2026-11-25T23:59')).toBe('2026-11-26')
  })

  it('on Friday when it is Monday’s, and stays so over the weekend', () => {
    for (const at of ['2026-11-27T08:00', '2026-11-28T12:00', '2026-11-29T23:00', '2026-11-30T07:00']) {
      expect([at, nearAt(at)]).toEqual([at, '2026-11-30'])
    }
    expect(nearAt('2026-11-30T08:00')).toBe('2026-12-01')
  })

  it('before Christmas and the leave around it, on the last day on which the office works', () => {
    expect(nearAt('2026-12-23T09:00')).toBe('2026-12-28')
    expect(nearAt('2026-12-24T09:00')).toBe('2026-12-28')
  })

  it('by the office’s own days: a day on which it alone is closed is no working day before', () => {
    const localDays = [{ day: '2026-11-26' as Day, name: 'Hari jadi kabupaten' }]
    expect(nearAt('2026-11-25T09:00', 1, { ...standardCalendar, localDays })).toBe('2026-11-27')
  })

  it('as many working days before as the unit says', () => {
    expect(nearAt('2026-11-26T09:00', 3)).toBe('2026-12-01')
  })
})

/** The last day whose dates passed long ago, asked at a time at the office. */
const longPastAt = (local: string, workingDays = 3, calendar: OfficeCalendar = standardCalendar) =>
  localDateOf(longOverdueUntil(new Date(`${local}:00+07:00`).toISOString() as Instant, workingDays, calendar), calendar)

describe('a date passed long ago', () => {
  it('once so many working days have ended since, and not before', () => {
    // Thursday's: Friday, Monday and Tuesday end after it.
    expect(longPastAt('2026-12-01T15:29')).toBe('2026-11-25')
    expect(longPastAt('2026-12-01T17:00')).toBe('2026-11-26')
    expect(longPastAt('2026-12-02T09:00')).toBe('2026-11-26')
  })

  it('over a weekend only once the working days after it are over', () => {
    for (const at of ['2026-11-28T12:00', '2026-11-29T23:00', '2026-11-30T09:00']) {
      expect([at, longPastAt(at, 1)]).toEqual([at, '2026-11-26'])
    }
    expect(longPastAt('2026-11-30T17:00', 1)).toBe('2026-11-29')
  })

  it('without the days around Christmas on which the office is closed', () => {
    // 24 and 25 December are leave and holiday: of 22 December the third working day after it is 29 December.
    expect(longPastAt('2026-12-29T09:00')).toBe('2026-12-21')
    expect(longPastAt('2026-12-29T17:00')).toBe('2026-12-22')
  })
})
