import { describe, expect, it } from 'vitest'
import { canBecome, refuseUnlessReachable } from '../../service/case/complaint.ts'
import { type Status, statuses } from '../../service/offices/vocabulary.ts'
import { itInEach } from '../support/in-each.ts'
import { refusalOf } from '../support/refused.ts'

/** Row: from; column: to. `x` where a complaint may go. */
const table = `
                   rec inc pro awa ans obj clo dec for mer wit
received            .   x   x   .   .   .   .   x   x   x   x
incomplete          x   .   x   .   .   .   .   x   .   .   x
in_progress         .   x   .   x   x   .   .   x   x   x   x
awaiting_approval   .   .   x   .   x   .   .   .   .   .   x
answered            .   .   .   .   .   x   x   .   .   .   .
objected            .   .   x   .   x   .   x   x   .   .   .
closed              .   .   .   .   .   x   .   .   .   .   .
declined            .   .   .   .   .   x   .   .   .   .   .
forwarded           .   .   .   .   .   .   .   .   .   .   .
merged              x   .   x   .   .   x   .   .   .   .   x
withdrawn           x   .   x   .   .   .   .   .   .   .   .`

const [, , ...rows] = table.split('\n').map((row) => row.trim().split(/\s+/))
const pairs = rows.flatMap(([from, ...cells]) =>
  cells.map((cell, at) => ({ from: from as Status, to: statuses[at]!, may: cell === 'x' })),
)

describe('the status of a complaint', () => {
  it('is one of eleven, and the table names every pair of them', () => {
    expect(rows.map(([from]) => from)).toEqual(statuses)
    expect(pairs).toHaveLength(statuses.length ** 2)
  })

  itInEach(
    pairs.filter(({ may }) => may),
    'goes where the table has a mark',
    ({ from, to }) => {
      expect(canBecome(from, to)).toBe(true)
      refuseUnlessReachable(from, to)
    },
  )

  itInEach(
    pairs.filter(({ may }) => !may),
    'goes nowhere else',
    ({ from, to }) => {
      expect(canBecome(from, to)).toBe(false)
      expect(refusalOf(() => refuseUnlessReachable(from, to))).toBe('case/wrong-status')
    },
  )

  it('never leaves forwarded', () => {
    const ends = statuses.filter((from) => !statuses.some((to) => canBecome(from, to)))
    expect(ends).toEqual(['forwarded'])
  })
})
