import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, permits } from './letters.ts'

export function counting(store: () => Store): void {
  describe('counting', () => {
    it('counts per value and office, exactly, after each kind of write', async () => {
      const letters = await emptyLetters(store())
      const [first, second, third] = await Promise.all([
        letters.insert(aLetter({ status: 'received' })),
        letters.insert(aLetter({ status: 'received' })),
        letters.insert(aLetter({ status: 'answered' })),
        letters.insert(aLetter({ status: 'received', tenant: permits })),
      ])
      expect(await letters.countBy(health, 'status')).toEqual({ received: 2, answered: 1 })

      await letters.replace({ ...first, status: 'answered' })
      await letters.replace({ ...first, status: 'closed' })
      expect(await letters.countBy(health, 'status')).toEqual({ received: 1, answered: 2 })

      await letters.replace({ ...third, body: 'Only the text is new.' })
      expect(await letters.countBy(health, 'status')).toEqual({ received: 1, answered: 2 })

      await letters.delete(health, second.id)
      await letters.delete(health, second.id)
      expect(await letters.countBy(health, 'status')).toEqual({ answered: 2 })
      expect(await letters.countBy(permits, 'status')).toEqual({ received: 1 })
    })

    it('counts within a range of values', async () => {
      const letters = await emptyLetters(store())
      for (const status of ['2026-09 a', '2026-10 b', '2026-10 c', '2026-11 a']) {
        await letters.insert(aLetter({ status }))
      }
      expect(await letters.countBy(health, 'status', { from: '2026-10', to: '2026-10 ~' })).toEqual({
        '2026-10 b': 1,
        '2026-10 c': 1,
      })
      expect(await letters.countBy(health, 'status', { to: '2026-09 ~' })).toEqual({ '2026-09 a': 1 })
      expect(await letters.countBy(health, 'status', { from: '2026-11' })).toEqual({ '2026-11 a': 1 })
    })

    it('does not count a write that was refused', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ filingKey: 'taken' }))
      await expect(letters.insert(aLetter({ filingKey: 'taken' }))).rejects.toMatchObject({ name: 'UniqueViolation' })

      expect(await letters.countBy(health, 'status')).toEqual({ received: 1 })
    })

    it('does not count null as a value', async () => {
      const letters = await emptyLetters(store())
      const without = await letters.insert(aLetter({ category: null }))
      await letters.insert(aLetter({ category: 'bribe' }))
      expect(await letters.countBy(health, 'category')).toEqual({ bribe: 1 })

      await letters.replace({ ...without, category: 'service' })
      expect(await letters.countBy(health, 'category')).toEqual({ bribe: 1, service: 1 })
    })

    it('counts claimed numbers and what a deletion by index took', async () => {
      const letters = await emptyLetters(store())
      const series = { tenant: health, series: '2026' }
      for (const dueAt of [1, 2, 3]) {
        await letters.insertNext('series', series, (number) => aLetter({ series: '2026', number, dueAt }))
      }
      await letters.deleteAcrossTenants('due', { to: 2 }, 10)

      expect(await letters.countBy(health, 'status')).toEqual({ received: 1 })
    })

    it('counts what a question finds, up to a bound', async () => {
      const letters = await emptyLetters(store())
      const given = [
        aLetter({ status: 'received', receivedAt: '2026-11-01', dueAt: 1 }),
        aLetter({ status: 'received', receivedAt: '2026-11-02', dueAt: null }),
        aLetter({ status: 'closed', receivedAt: '2026-11-03', category: 'bribe' }),
        aLetter({ status: 'closed', receivedAt: null }),
        aLetter({ tenant: permits }),
      ]
      for (const draft of given) await letters.insert(draft)

      const byStatus = { index: 'status', where: { status: ['received', 'closed'] } }
      expect(await letters.count(health, byStatus)).toBe(3)
      expect(await letters.count(health, byStatus, 3)).toBe(3)
      expect(await letters.count(health, byStatus, 1)).toBe(2)
      expect(await letters.count(health, { ...byStatus, range: { to: '2026-11-02' } })).toBe(2)
      expect(await letters.count(health, { ...byStatus, also: { category: 'bribe' } })).toBe(1)
      expect(await letters.count(health, { index: 'received', also: { category: [] } })).toBe(0)
      const carried = { index: 'categoryStatus', where: { category: 'service' }, also: { dueAt: [null, 5] } }
      expect(await letters.count(health, carried)).toBe(1)
    })

    it('counts nothing in an office without documents, and refuses a key that is not counted', async () => {
      const letters = await emptyLetters(store())
      expect(await letters.countBy(health, 'status')).toEqual({})
      await expect(letters.countBy(health, 'series')).rejects.toThrow(TypeError)
    })
  })
}
