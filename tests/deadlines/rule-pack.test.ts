import { describe, expect, it } from 'vitest'
import { startClock } from '../../service/deadlines/clocks.ts'
import { clockNames, editedPack, firstRulePack } from '../../service/deadlines/rule-pack.ts'
import { usualOffice, wib } from './offices.ts'

describe('the first rule pack', () => {
  it.each([
    ['verification', 3, 'working_days'],
    ['first_response', 5, 'working_days'],
    ['handling_non_oversight', 14, 'working_days'],
    ['handling_oversight', 60, 'working_days'],
    ['completion', 30, 'calendar_days'],
    ['objection_window', 10, 'working_days'],
    ['objection_decision', 14, 'working_days'],
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

it('a unit edits a copy under another id, and the first pack stays as it was', () => {
  const before = structuredClone(firstRulePack)
  const faster = editedPack(firstRulePack, 'id-2026-1/dinas-contoh-1', { verification: { amount: 2 } })

  expect(faster.id).toBe('id-2026-1/dinas-contoh-1')
  expect(faster.clocks.verification).toEqual({ amount: 2, unit: 'working_days', legalBasis: null })
  expect(faster.clocks.completion).toEqual(firstRulePack.clocks.completion)
  expect(firstRulePack).toEqual(before)
})
