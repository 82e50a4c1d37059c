import { expect, it } from 'vitest'
import { createCaseTable, type Narrowing } from '../../../service/case/search/case-table.ts'
import { eachFromHighest } from '../../../service/case/search/rows.ts'

function aTable() {
  const table = createCaseTable({
    keys: ['mark', 'erasedAt', 'receivedAt', 'status'],
    narrowedBy: ['status'],
    newestBy: 'receivedAt',
    moments: ['receivedAt'],
    mark: 'mark',
    erased: 'erasedAt',
  })
  const take = (id: string, day: number, status: string) =>
    table.take({ id, values: [1, null, new Date(Date.UTC(2026, 0, day)).toISOString(), status] })
  const fitting = (narrowing: Narrowing) => {
    const ids: string[] = []
    eachFromHighest(table.fitting(narrowing), (row) => ids.push(table.idOf(row)) > 0)
    return ids.reverse()
  }
  return { take, fitting }
}

it('hides a case also where it came after it was hidden', () => {
  const { take, fitting } = aTable()
  const hidden = new Set(['A-1', 'A-3'])
  for (const at of [1, 2]) take(`A-${at}`, at, 'baru')
  expect(fitting({ hidden })).toEqual(['A-2'])
  for (const at of [3, 4]) take(`A-${at}`, at, 'baru')
  expect(fitting({ hidden })).toEqual(['A-2', 'A-4'])
})

it('gives the cases that fit all that is asked, as they are now', () => {
  const { take, fitting } = aTable()
  for (let at = 1; at <= 70; at++) take(`A-${at}`, 1 + (at % 28), at % 2 === 0 ? 'baru' : 'selesai')
  expect(fitting({})).toHaveLength(70)
  expect(fitting({ narrow: { status: ['baru', 'tiada'] } })).toHaveLength(35)
  const within = { key: 'receivedAt', from: '2026-01-03T00:00:00.000Z', to: '2026-01-04T00:00:00.000Z' }
  expect(fitting({ within })).toEqual(['A-2', 'A-3', 'A-30', 'A-31', 'A-58', 'A-59'])
  take('A-31', 4, 'baru')
  expect(fitting({ narrow: { status: 'selesai' }, within })).toEqual(['A-3', 'A-59'])
})
