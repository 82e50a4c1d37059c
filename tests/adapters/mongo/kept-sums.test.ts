import { describe, expect, it } from 'vitest'
import {
  addTo,
  type Sum,
  sumPlace,
  touchedBy,
  type Uncounted,
  withoutKnown,
} from '../../../service/adapters/mongo/mongo-values.ts'

const sumOf = (month: string, counts: Sum['counts'] = {}): Sum => ({
  ...sumPlace('dinas', 'shape.1', 'status', month),
  ...{ rev: 1, counts, applied: {} },
})

const letter = (history: readonly (string | null)[], now: string | null, id = 'a'): Uncounted => {
  const values = (status: string | null) => (status === null ? {} : { status })
  return { id, history: history.map(values), values: values(now) }
}

describe('a kept sum', () => {
  it('moves a letter from what it was counted as to what it is', () => {
    const sum = addTo(sumOf('', { received: 2 }), [letter(['received', 'verified'], 'closed')], 5)
    expect(sum).toMatchObject({
      rev: 2,
      counts: { received: 1, closed: 1 },
      applied: { a: { value: 'closed', at: 5 } },
    })
  })

  it('does not count again what it counted before the letter was marked', () => {
    const once = addTo(sumOf('', { received: 1 }), [letter(['received'], 'closed')], 5)!
    expect(addTo(once, [letter(['received'], 'closed')], 6)).toBeNull()
    expect(addTo(once, [letter(['received', 'closed'], 'received')], 6)).toMatchObject({
      counts: { received: 1, closed: 0 },
    })
    expect(addTo(once, [letter(['received', 'closed'], null)], 6)).toMatchObject({ counts: { received: 0, closed: 0 } })
  })

  it('counts of a letter only what lies in its month, and visits each month that it ever was in', () => {
    const moved = letter(['2026-09 received', '2026-10 verified'], '2026-11 closed')
    expect(touchedBy(moved)).toEqual([
      ['status', '2026-09'],
      ['status', '2026-10'],
      ['status', '2026-11'],
    ])
    expect(addTo(sumOf('2026-09', { '2026-09 received': 1 }), [moved], 1)).toMatchObject({
      counts: { '2026-09 received': 0 },
    })
    expect(addTo(sumOf('2026-10'), [moved], 1)).toBeNull()
    const half = {
      ...sumOf('2026-10', { '2026-10 verified': 1 }),
      applied: { a: { value: '2026-10 verified', at: 1 } },
    }
    expect(addTo(half, [moved], 1)).toMatchObject({ counts: { '2026-10 verified': 0 } })
    expect(addTo(sumOf('2026-11'), [moved], 1)).toMatchObject({ counts: { '2026-11 closed': 1 } })
  })

  it('leaves alone a letter that is again what it was counted as', () => {
    expect(touchedBy(letter(['received'], 'received'))).toEqual([])
    expect(addTo(sumOf('', { received: 1 }), [letter(['received', 'closed'], 'received')], 1)).toBeNull()
  })

  it('forgets how it counted a letter once that is marked, but not before everybody can have read so', () => {
    const sum = addTo(sumOf(''), [letter([null], 'received'), letter([null], 'received', 'b')], 10_000)!
    const waiting = [letter([null], 'received', 'b')]
    expect(Object.keys(withoutKnown(sum, waiting, 11_000).applied)).toEqual(['a', 'b'])
    expect(Object.keys(withoutKnown(sum, waiting, 20_000).applied)).toEqual(['b'])
  })
})
