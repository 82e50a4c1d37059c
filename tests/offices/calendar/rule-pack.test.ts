import { describe, expect, it } from 'vitest'
import { startClock } from '../../../service/case/deadlines/clocks.ts'
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
import { usualOffice, wib } from '../../case/deadlines/offices.ts'

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
