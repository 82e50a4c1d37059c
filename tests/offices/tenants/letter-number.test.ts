import { describe, expect, it } from 'vitest'
import { letterKinds } from '../../../service/offices/notice-vocabulary.ts'
import { kindCodes, numberFrom, patternProblem, seriesOf } from '../../../service/offices/tenants/letter-settings.ts'
import { paperKinds } from '../../../service/offices/vocabulary.ts'
import type { Day } from '../../../service/shared/instant.ts'

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
