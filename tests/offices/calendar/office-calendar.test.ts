import { describe, expect, it } from 'vitest'
import { startClock } from '../../../service/case/deadlines/clocks.ts'
import {
  type Block,
  calendarProblems,
  type DayNumber,
  dayNumberOf,
  dayOf,
  holidayOn,
  timeZones,
  unfilledYears,
} from '../../../service/offices/calendar/office-calendar.ts'
import {
  clockNames,
  currentPack,
  editPacks,
  firstRulePack,
  isBeyondLaw,
  type PackRules,
  packNamed,
  ruleFor,
} from '../../../service/offices/calendar/rule-pack.ts'
import type { Day } from '../../../service/shared/instant.ts'
import {
  officeOpenOnSaturday,
  officeWithItsOwnDay,
  officeWithLunch,
  usualOffice,
  wib,
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

describe('the first rule pack', () => {
  it.each([
    ['verification', 3, 'working_days'],
    ['first_response', 5, 'working_days'],
    ['handling_non_oversight', 14, 'working_days'],
    ['handling_oversight', 60, 'working_days'],
    ['completion', 30, 'calendar_days'],
    ['objection_window', 10, 'working_days'],
    ['objection_decision', 14, 'working_days'],
    ['reopening', 30, 'calendar_days'],
    ['personal_data', 72, 'hours'],
  ] as const)('promises %s within %i %s, as a service target', (name, amount, unit) => {
    expect(firstRulePack.clocks[name]).toEqual({ amount, unit, legalBasis: null })
  })

  it('has a rule for each clock, and a clock remembers the pack', () => {
    expect(Object.keys(firstRulePack.clocks)).toEqual(clockNames)
    expect(startClock('first_response', firstRulePack, usualOffice, wib('2026-11-23 09:00'))).toMatchObject({
      clock: 'first_response',
      rulePack: 'id-2026-1',
      dueAt: wib('2026-11-30 16:00'),
    })
  })
})

describe('a unit that edits its rules', () => {
  const at = wib('2026-11-23 09:00')
  const rules = (verification: number): PackRules => ({
    ...firstRulePack,
    clocks: { ...firstRulePack.clocks, verification: { amount: verification, unit: 'working_days', legalBasis: null } },
  })

  it('gets a new version that holds from then, and keeps the one before', () => {
    const packs = editPacks([firstRulePack], rules(2), at)

    expect(packs).toHaveLength(2)
    expect(packs[0]).toBe(firstRulePack)
    expect(currentPack(packs)).toMatchObject({ id: 'unit-2', from: at, clocks: { verification: { amount: 2 } } })
    expect(packNamed(packs, 'id-2026-1').clocks.verification.amount).toBe(3)
  })

  it('gets none where it changed nothing, and one for a changed article alone', () => {
    const cited = { ...firstRulePack.clocks.completion, legalBasis: 'Pasal 1 Peraturan Contoh' }

    expect(editPacks([firstRulePack], rules(3), at)).toEqual([firstRulePack])
    const packs = editPacks([firstRulePack], { ...rules(3), clocks: { ...rules(3).clocks, completion: cited } }, at)
    expect(currentPack(packs).clocks.completion.legalBasis).toBe('Pasal 1 Peraturan Contoh')
  })

  it('gives a category days of its own for handling, and for nothing else', () => {
    const own = { category: 'illegal_levy', amount: 7, unit: 'working_days', legalBasis: null } as const
    const pack = { ...firstRulePack, categories: [own] }

    expect(ruleFor(pack, 'handling_oversight', 'illegal_levy').amount).toBe(7)
    expect(ruleFor(pack, 'handling_oversight', 'maladministration').amount).toBe(60)
    expect(ruleFor(pack, 'verification', 'illegal_levy').amount).toBe(3)
  })

  it('gives a category a clock of its own beside its handling, and the rest stays the unit’s', () => {
    const own = { category: 'illegal_levy', amount: 1, unit: 'working_days', legalBasis: null } as const
    const pack = { ...firstRulePack, categories: [{ ...own, clock: 'verification' } as const] }

    expect(ruleFor(pack, 'verification', 'illegal_levy').amount).toBe(1)
    expect(ruleFor(pack, 'handling_oversight', 'illegal_levy').amount).toBe(60)
    expect(ruleFor(pack, 'verification', 'maladministration').amount).toBe(3)
    expect(currentPack(editPacks([{ ...firstRulePack, categories: [own] }], pack, at)).id).toBe('unit-2')
  })
})

describe('a time of a category’s own, where an article sets the unit’s', () => {
  const cited = (amount: number) => ({ amount, unit: 'working_days', legalBasis: 'Pasal 1 Peraturan Contoh' }) as const
  const clocks = { ...firstRulePack.clocks, verification: cited(3), objection_window: cited(10) }
  const own = (amount: number) => ({ amount, unit: 'working_days', legalBasis: null }) as const

  it.each([
    ['verification', own(2), false],
    ['verification', own(3), false],
    ['verification', own(4), true],
    ['verification', { ...own(4), legalBasis: 'Pasal 2 Peraturan Contoh' }, false],
    ['verification', { ...own(1), unit: 'calendar_days' }, true],
    ['objection_window', own(9), true],
    ['objection_window', own(20), false],
    ['handling_oversight', own(300), false],
  ] as const)('for %s with %o is beyond the law: %s', (clock, rule, isBeyond) => {
    expect(isBeyondLaw({ clocks }, rule, clock)).toBe(isBeyond)
  })
})
