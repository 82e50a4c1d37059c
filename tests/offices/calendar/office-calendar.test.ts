import { describe, expect, it } from 'vitest'
import { type Block, calendarProblems, timeZones } from '../../../service/offices/calendar/office-calendar.ts'
import type { Day } from '../../../service/shared/instant.ts'
import {
  officeOpenOnSaturday,
  officeWithItsOwnDay,
  officeWithLunch,
  usualOffice,
} from '../../case/deadlines/offices.ts'

describe('a calendar', () => {
  it.each([
    ['usual', usualOffice],
    ['with lunch', officeWithLunch],
    ['with Saturdays', officeOpenOnSaturday],
    ['with a day of its own', officeWithItsOwnDay],
  ])('that is %s can be counted by', (_, office) => {
    expect(calendarProblems(office)).toEqual([])
  })

  it.each<[string, readonly Block[]]>([
    ['closes before it opens', [['16:00', '08:00']]],
    ['closes when it opens', [['08:00', '08:00']]],
    [
      'has its afternoon first',
      [
        ['13:00', '16:00'],
        ['08:00', '12:00'],
      ],
    ],
    [
      'has blocks that overlap',
      [
        ['08:00', '12:00'],
        ['11:00', '16:00'],
      ],
    ],
  ])('whose Tuesday %s cannot', (_, tuesday) => {
    expect(calendarProblems({ ...usualOffice, week: { ...usualOffice.week, tuesday } })).toEqual([
      { path: 'week.tuesday', code: 'out-of-order' },
    ])
  })

  it('that never opens cannot', () => {
    const week = { sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] }

    expect(calendarProblems({ week, localDays: [], holidayYears: [] })).toEqual([{ path: 'week', code: 'never-opens' }])
  })

  it.each(['2026-02-30', '2026-13-01', 'besok'])('with a day that does not exist (%s) cannot', (day) => {
    expect(calendarProblems({ ...usualOffice, localDays: [{ day: day as Day, name: 'Hari setempat' }] })).toEqual([
      { path: 'localDays.0.day', code: 'no-such-day' },
    ])
  })
})

it.each(Object.entries(timeZones))(
  '%s is as far east as the platform’s own time-zone data say',
  (timeZone, { hours }) => {
    for (const day of ['2026-01-15', '2026-07-15', '2030-10-01']) {
      const local = new Date(`${day}T00:00:00Z`).toLocaleString('en-GB', {
        timeZone,
        hour: '2-digit',
        hourCycle: 'h23',
      })
      expect(Number(local)).toBe(hours)
    }
  },
)
