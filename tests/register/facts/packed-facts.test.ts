import { describe, expect, it } from 'vitest'
import type { CaseFacts } from '../../../service/register/facts/case-facts.ts'
import {
  type FactsPage,
  factRows,
  packFacts,
  rememberPages,
  unpackFacts,
} from '../../../service/register/facts/packed-facts.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aMoment } from '../../support/a-complaint.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const at = (day: number) => aMoment(day).at

/** Each fact that there is, so that a new one is not left behind. */
const whole: { readonly [Name in keyof Required<CaseFacts>]: NonNullable<CaseFacts[Name]> } = {
  ...{ number: 'BO-2026-000001', receivedAt: at(0), category: 'illegal_levy', status: 'closed', channel: 'letter' },
  ...{ handler: 'petugas' as StaffId, guarded: true, verifiedAt: at(1), respondedAt: at(2), answeredAt: at(3) },
  ...{ closedAt: at(4), decided: true, leftAt: at(5), dueAt: at(6), missed: true, outcome: 'substantiated', stars: 4 },
  ...{ unsolved: true, objected: true, reopened: true, paused: true, extended: true, completionAsked: true },
  ...{ place: 'hash', improvedAt: at(7), called: 'unsolved', delayExplained: true, labels: ['a', 'b'] },
  ...{ notices: [3, 2, 1], messages: [[at(1), null]] },
}
const bare = (number: string, receivedAt = at(0)): CaseFacts => ({
  ...{ number, receivedAt, category: 'other', status: 'received', channel: 'web_widget' },
})

const pageOf = (...cases: CaseFacts[]): FactsPage =>
  Object.fromEntries(cases.map((facts) => [facts.number, { changedAt: 7, facts, shape: 4 }]))

describe('packed facts', () => {
  it('come back as they were, those of an old register and of an earlier shape too', () => {
    const page: FactsPage = {
      ...pageOf(whole, bare('BO-2026-000002')),
      'BO-2026-000003': { changedAt: 9, facts: null, shape: 4 },
      'BO-2026-000004': { changedAt: 11, facts: bare('BO-2026-000004') },
    }
    expect(unpackFacts(JSON.parse(JSON.stringify(packFacts(page))))).toEqual(page)
    expect(unpackFacts(packFacts({}))).toEqual({})
  })

  it('give the cases that were open in a period or came in it, and those with a date that still counts', () => {
    const left = { ...bare('BO-2026-000002'), leftAt: at(10) }
    const rows = factRows(
      packFacts(pageOf(bare('BO-2026-000001'), left, { ...left, number: 'BO-2026-000003', dueAt: at(2) })),
    )
    const numbers = (from: number, to: number) => rows.between(at(from), at(to)).map(({ number }) => number.slice(-1))
    expect(numbers(0, 5)).toEqual(['1', '2', '3'])
    expect(numbers(10, 20)).toEqual(['1', '2', '3'])
    expect(numbers(11, 20)).toEqual(['1', '3'])
    expect(numbers(-5, -1)).toEqual([])
  })
})

describe('pages in memory', () => {
  const rows = factRows(packFacts(pageOf(bare('BO-2026-000001'), bare('BO-2026-000002'))))

  it('are found by their seal alone', () => {
    const pages = rememberPages()
    pages.keep(organisasi, 'one', 'tag', rows)
    expect(pages.find(organisasi, 'one', 'tag')).toBe(rows)
    expect(pages.find(organisasi, 'one', 'later')).toBeUndefined()
    expect(pages.find(dinas, 'one', 'tag')).toBeUndefined()
  })

  it('make room for those of the unit that asks, and a unit larger than the room keeps what fits', () => {
    const pages = rememberPages(4)
    const isThere = (...[tenant, id]: [typeof dinas, string]) => pages.find(tenant, id, 'tag') !== undefined
    pages.keep(organisasi, 'one', 'tag', rows)
    for (const id of ['one', 'two', 'three']) pages.keep(dinas, id, 'tag', rows)
    expect(isThere(organisasi, 'one')).toBe(false)
    expect(['one', 'two', 'three'].map((id) => isThere(dinas, id))).toEqual([true, true, false])
    pages.keep(dinas, 'one', 'tag', rows)
    expect(isThere(dinas, 'one')).toBe(true)
  })
})
