import { describe, expect, it } from 'vitest'
import { withdraw } from '../../../service/case/reporter-acts.ts'
import { endedAt, retentionOf, weighRetention } from '../../../service/case/retention.ts'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { lapse } from '../../../service/following/completions.ts'
import { standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import {
  fewestYears,
  type RetentionSchedule,
  standardRetention,
  termsFor,
} from '../../../service/offices/tenants/retention-schedule.ts'
import type { Ending } from '../../../service/offices/vocabulary.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aComplaint, aComplaintIn, aMoment, mondayAtTen } from '../../support/a-complaint.ts'

const schedule: RetentionSchedule = {
  basis: 'JRA Kabupaten Misal',
  standard: { activeYears: 2, inactiveYears: 3, fate: 'destroy' },
  exceptions: [
    { category: 'illegal_levy', ending: null, activeYears: 2, inactiveYears: 8, fate: 'destroy' },
    { category: null, ending: 'withdrawn', activeYears: 1, inactiveYears: 0, fate: 'destroy' },
    { category: 'illegal_levy', ending: 'substantiated', activeYears: 5, inactiveYears: 5, fate: 'keep' },
  ],
  identityYears: 1,
}
const rules = { retention: schedule, calendar: standardCalendar }
const at = (text: string) => text as Instant
const reporter = { kind: 'reporter' } as const
const withdrawn = (details: Partial<Complaint> = {}) => withdraw(aComplaint(details), undefined, reporter, aMoment())

describe('the terms of a case', () => {
  it.each<[string, Ending | null, number, string]>([
    ['maladministration', 'clarified', 5, 'destroy'],
    ['maladministration', null, 5, 'destroy'],
    ['maladministration', 'withdrawn', 1, 'destroy'],
    ['illegal_levy', 'clarified', 10, 'destroy'],
    ['illegal_levy', 'withdrawn', 10, 'destroy'],
    ['illegal_levy', 'substantiated', 10, 'keep'],
  ])('%s that ended %s: the closest exception counts', (category, ending, years, fate) => {
    const { activeYears, inactiveYears, ...terms } = termsFor(schedule, category, ending)
    expect([activeYears + inactiveYears, terms.fate]).toEqual([years, fate])
  })

  it('tell the fewest years after which anything of a category can be due', () => {
    expect(fewestYears(schedule, 'maladministration')).toBe(1)
    const permanent = { ...schedule.standard, fate: 'keep' } as const
    expect(fewestYears({ ...schedule, standard: permanent, exceptions: [] }, 'maladministration')).toBeNull()
  })
})

describe('a case has ended', () => {
  it('once its last clock stopped, and not before', () => {
    expect(endedAt(aComplaintIn('in_progress'))).toBeNull()
    expect(endedAt(aComplaintIn('answered'))).toBeNull()
    expect(endedAt(aComplaintIn('closed'))).toBe(mondayAtTen)
    expect(endedAt(withdrawn())).toBe(mondayAtTen)
  })

  it('only when the reporter can object no more, though the office closed it before', () => {
    const early = { ...aComplaintIn('answered'), status: 'closed' as const }
    expect(endedAt(early)).toBeNull()
    expect(endedAt(lapse(early, aMoment(30)))).toBe(early.clocks.at(-1)?.dueAt)
  })
})

describe('the day on which a record may be destroyed', () => {
  it('counts years from the day at the office on which the case ended', () => {
    const { clocks } = withdrawn()
    const late = withdrawn({ clocks: clocks.map((clock) => ({ ...clock, stoppedAt: at('2026-12-31T18:00:00.000Z') })) })
    expect(retentionOf(late, schedule, standardCalendar)).toMatchObject({
      ending: 'withdrawn',
      destroyFrom: '2028-01-01',
      eraseFrom: '2028-01-01',
    })
  })

  it('is the first of March where there is no 29 February', () => {
    const { clocks } = withdrawn()
    const leap = withdrawn({ clocks: clocks.map((clock) => ({ ...clock, stoppedAt: at('2028-02-29T03:00:00.000Z') })) })
    expect(retentionOf(leap, schedule, standardCalendar)?.destroyFrom).toBe('2029-03-01')
  })

  it('never comes for what is kept for good', () => {
    const closed = aComplaintIn('closed', { category: 'illegal_levy' })
    expect(retentionOf(closed, schedule, standardCalendar)?.destroyFrom).toBeNull()
    expect(weighRetention('record', closed, rules, at('2126-11-24T03:00:00.000Z'))).toBe('retention/not-due')
  })

  it('is weighed to the day, and stands back behind a legal hold', () => {
    const dayBefore = at('2027-11-22T16:00:00.000Z')
    const onTheDay = at('2027-11-22T17:00:00.000Z')
    expect(weighRetention('record', withdrawn(), rules, dayBefore)).toBe('retention/not-due')
    expect(weighRetention('record', withdrawn(), rules, onTheDay)).toMatchObject({ destroyFrom: '2027-11-23' })
    expect(weighRetention('record', withdrawn({ heldSince: mondayAtTen }), rules, onTheDay)).toBe('retention/held')
    expect(weighRetention('record', aComplaint(), rules, onTheDay)).toBe('retention/not-due')
  })
})

it('the schedule that units begin with destroys nothing within two years', () => {
  expect(fewestYears(standardRetention, 'maladministration')).toBe(2)
})
