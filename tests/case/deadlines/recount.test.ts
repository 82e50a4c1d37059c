import { describe, expect, it } from 'vitest'
import { pauseClock, recountClock, startClock, stopClock } from '../../../service/case/deadlines/clocks.ts'
import type { OfficeCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import type { Day } from '../../../service/shared/instant.ts'
import { packOf, usualOffice, wib } from './offices.ts'

const begun = startClock('verification', packOf(3), usualOffice, wib('2026-11-23 09:00'))
const now = wib('2026-11-24 10:00')
const closedOn = (day: string): OfficeCalendar => ({
  ...usualOffice,
  localDays: [{ day: day as Day, name: 'Hari jadi kabupaten' }],
})

describe('when a holiday is added later, a date', () => {
  it('moves by the day that is left out, and says which', () => {
    expect(recountClock(begun, closedOn('2026-11-25'), now)).toMatchObject({
      dueAt: wib('2026-11-27 16:00'),
      skipped: [{ day: '2026-11-25', name: 'Hari jadi kabupaten' }],
    })
  })

  it('moves back when the holiday is taken away', () => {
    const moved = recountClock(begun, closedOn('2026-11-25'), now)

    expect(recountClock(moved, usualOffice, now)).toMatchObject({ dueAt: begun.dueAt, skipped: [] })
  })

  it('stays where the day lies behind it, and is the very same clock', () => {
    expect(recountClock(begun, closedOn('2026-12-01'), now)).toBe(begun)
  })

  it('that has passed stays passed', () => {
    expect(recountClock(begun, closedOn('2026-11-25'), wib('2026-11-26 16:01'))).toBe(begun)
  })

  it('is never moved into the past: nobody becomes late by a calendar', () => {
    const moved = recountClock(begun, closedOn('2026-11-25'), now)

    expect(recountClock(moved, usualOffice, wib('2026-11-27 09:00'))).toBe(moved)
  })

  it('of a clock that stands still or has stopped does not move', () => {
    for (const still of [pauseClock(begun, 'completion', now), stopClock(begun, now)]) {
      expect(recountClock(still, closedOn('2026-11-25'), now)).toBe(still)
    }
  })
})
