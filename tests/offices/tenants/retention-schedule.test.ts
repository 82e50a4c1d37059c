import { describe, expect, it } from 'vitest'
import { withdraw } from '../../../service/case/reporter-acts.ts'
import { endedAt, retentionOf, weighRetention } from '../../../service/case/retention.ts'
import type { Complaint } from '../../../service/case/shape/complaint.ts'
import { lapse } from '../../../service/following/completions.ts'
import { standardCalendar } from '../../../service/offices/calendar/office-calendar.ts'
import { letterKinds } from '../../../service/offices/notice-vocabulary.ts'
import { editCalendar } from '../../../service/offices/tenants/configuration.ts'
import { kindCodes, numberFrom, patternProblem, seriesOf } from '../../../service/offices/tenants/letter-settings.ts'
import {
  fewestYears,
  type RetentionSchedule,
  standardRetention,
  termsFor,
} from '../../../service/offices/tenants/retention-schedule.ts'
import { type Ending, paperKinds } from '../../../service/offices/vocabulary.ts'
import type { Day, Instant } from '../../../service/shared/instant.ts'
import { officeOpenOnSaturday, wib } from '../../case/deadlines/offices.ts'
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

const parts = (details: Partial<Parameters<typeof numberFrom>[1]> = {}) => ({
  sequence: 12,
  code: 'BO',
  kind: 'completeness' as const,
  day: '2026-11-26' as Day,
  ...details,
})

describe('the number of a letter', () => {
  it.each([
    ['{seq}/{code}/{month-roman}/{year}', '12/BO/XI/2026'],
    ['{seq:3}/{code}/{month-roman}/{year}', '012/BO/XI/2026'],
    ['000.7/{seq:4}/{kind}/{month}-{year}', '000.7/0012/KL/11-2026'],
    ['B-{seq:1}/{year}', 'B-12/2026'],
  ])('of the pattern %s is %s', (pattern, number) => {
    expect(patternProblem(pattern, 'BO')).toBeNull()
    expect(numberFrom(pattern, parts())).toBe(number)
  })

  it('names each month as Romans did', () => {
    const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-01` as Day)
    expect(months.map((day) => numberFrom('{month-roman}', parts({ day }))).join(' ')).toBe(
      'I II III IV V VI VII VIII IX X XI XII',
    )
  })

  it('does not read places in the unit’s code', () => {
    expect(numberFrom('{seq}/{code}/{year}', parts({ code: '{year}$&' }))).toBe('12/{year}$&/2026')
  })

  it('grows beyond its zeros', () => {
    expect(numberFrom('{seq:3}/{year}', parts({ sequence: 1_000 }))).toBe('1000/2026')
  })
})

describe('the series of a letter', () => {
  it('begins anew with the year', () => {
    const last = seriesOf('{seq}/{year}', parts({ day: '2026-12-31' as Day }))
    const first = seriesOf('{seq}/{year}', parts({ day: '2027-01-01' as Day }))
    expect([last, first]).toEqual(['2026', '2027'])
  })

  it('is one for all kinds, unless the number tells the kind', () => {
    const series = (pattern: string) => new Set(letterKinds.map((kind) => seriesOf(pattern, parts({ kind })))).size
    expect(series('{seq}/{year}')).toBe(1)
    expect(series('{seq}/{kind}/{year}')).toBe(letterKinds.length)
    expect(new Set(Object.values(kindCodes)).size).toBe(letterKinds.length + paperKinds.length)
  })
})

describe('a pattern', () => {
  it.each([
    ['{code}/{year}', 'letter-needs-seq'],
    ['{seq}/{month-roman}', 'letter-needs-year'],
    ['{seq}/{tahun}/{year}', 'letter-place-unknown'],
    ['{seq:9}/{year}', 'letter-place-unknown'],
    ['{seq}/{constructor}/{year}', 'letter-place-unknown'],
    ['{seq}/{year', 'letter-place-unknown'],
    ['{seq}/{year}\u202e', 'letter-place-unknown'],
    ['{seq}\n{year}', 'letter-place-unknown'],
    ['{seq}/<b>/{year}', 'letter-place-unknown'],
  ])('%j is refused: %s', (pattern, problem) => {
    expect(patternProblem(pattern, 'BO')).toBe(problem)
  })

  it('with the unit’s code needs one', () => {
    expect(patternProblem('{seq}/{code}/{year}', '')).toBe('letter-needs-code')
    expect(patternProblem('{seq}/{year}', '')).toBeNull()
  })
})
