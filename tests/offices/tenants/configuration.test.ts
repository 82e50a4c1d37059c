import { describe, expect, it } from 'vitest'
import { standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { editCalendar } from '../../../service/offices/tenants/configuration.ts'
import { officeOpenOnSaturday, wib } from '../../case/deadlines/offices.ts'

describe('a unit that changes its week', () => {
  const monday = wib('2026-11-30 09:00')

  it('keeps the week that held until the day before, for what was counted then', () => {
    expect(editCalendar(standardCalendar, officeOpenOnSaturday, monday)).toMatchObject({
      week: officeOpenOnSaturday.week,
      formerWeeks: [{ until: '2026-11-29', week: standardCalendar.week }],
    })
  })

  it('twice on one day keeps the week that was worked, not the one that held for no day', () => {
    const once = editCalendar(standardCalendar, officeOpenOnSaturday, monday)
    const { week } = standardCalendar
    const twice = editCalendar(once, { ...standardCalendar, week: { ...week, friday: [] } }, monday)

    expect(twice.formerWeeks).toEqual([{ until: '2026-11-29', week }])
  })

  it('and one that changes only its days of its own keeps nothing', () => {
    const localDays = [{ day: '2026-12-09', name: 'Hari jadi' }] as unknown as typeof standardCalendar.localDays

    expect(editCalendar(standardCalendar, { ...standardCalendar, localDays }, monday).formerWeeks).toEqual([])
  })
})
