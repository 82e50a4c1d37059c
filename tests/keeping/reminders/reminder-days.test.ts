import { describe, expect, it } from 'vitest'
import { proposeDays, refuseOutOfReach } from '../../../service/keeping/reminders/reminders.ts'
import { bagianOrganisasi } from '../../../service/running/demo/bagian-organisasi.ts'
import { type Day, type Instant, parseDay } from '../../../service/shared/instant.ts'
import { refusalOf } from '../../support/refused.ts'

/** Monday to Friday; the unit closes on 30 November 2026, a Monday, and on 25 and 26 December. */
const calendar = {
  ...bagianOrganisasi.calendar,
  localDays: [{ day: parseDay('2026-11-30'), name: 'Hari jadi', blocks: [] }],
}
const at = (local: string): Instant => `${local}T03:00:00.000Z` as Instant
const daysOn = (local: string, dueAt: string | null) =>
  Object.fromEntries(
    proposeDays(at(local), dueAt === null ? null : at(dueAt), calendar).map(({ name, day }) => [name, day]),
  )

describe('days of which an officer may choose one', () => {
  it('are the next day of the office, next Monday, and a week before the date of the case', () => {
    expect(daysOn('2026-12-08', '2026-12-23')).toEqual({
      ...{ tomorrow: '2026-12-09', next_monday: '2026-12-14', week_before_due: '2026-12-16' },
    })
  })

  it('are days on which the office works', () => {
    expect(daysOn('2026-11-24', '2026-12-06')).toEqual({
      tomorrow: '2026-11-25',
      next_monday: '2026-12-01',
      // A week before a Sunday is a Sunday, and the last day before it on which the office works is a Friday.
      week_before_due: '2026-11-27',
    })
    expect(daysOn('2026-12-24', null)).toEqual({ tomorrow: '2026-12-28' })
  })

  it('are proposed once, and only those that are ahead', () => {
    expect(daysOn('2026-12-11', '2026-12-15')).toEqual({ tomorrow: '2026-12-14' })
    expect(daysOn('2026-12-07', '2026-12-14')).toEqual({ tomorrow: '2026-12-08', next_monday: '2026-12-14' })
    expect(daysOn('2026-12-13', null)).toEqual({ tomorrow: '2026-12-14' })
  })

  it('end with an office that never opens', () => {
    const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
    const proposed = proposeDays(at('2026-12-08'), null, { ...calendar, week, formerWeeks: [] })
    expect(proposed.map(({ day }) => day)).toEqual(['2026-12-09', '2026-12-14'])
  })

  it('may be any of the office’s own choice from today on, a year at most, by the clock of the office', () => {
    const ask = (day: string, now: string) => () => refuseOutOfReach(day as Day, now as Instant, calendar)
    expect(ask('2026-12-08', '2026-12-08T16:59:00.000Z')).not.toThrow()
    expect(refusalOf(ask('2026-12-08', '2026-12-08T17:00:00.000Z'))).toBe('reminder/day-out-of-reach')
    expect(ask('2027-12-09', '2026-12-08T03:00:00.000Z')).not.toThrow()
    expect(refusalOf(ask('2027-12-10', '2026-12-08T03:00:00.000Z'))).toBe('reminder/day-out-of-reach')
  })
})
