import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health } from './letters.ts'

export function readingRows(store: () => Store): void {
  describe('rows of an index', () => {
    it('have the keys that it is on and those that it carries, in their order', async () => {
      const letters = await emptyLetters(store())
      const receivedAt = '2026-11-02'
      await letters.insert(aLetter({ id: 'one', category: 'service', receivedAt, token: 'abc', dueAt: 7 }))
      await letters.insert(aLetter({ id: 'two', category: 'service', receivedAt, status: 'closed' }))

      const query = { index: 'categoryStatus', where: { category: 'service', status: ['received', 'closed'] } }
      const { items } = await letters.rows(health, { ...query, limit: 5 })
      expect(items).toEqual([
        { id: 'one', values: ['service', 'received', receivedAt, 'abc', 7] },
        { id: 'two', values: ['service', 'closed', receivedAt, null, null] },
      ])
    })

    it('leave out what the index leaves out, and follow a document that changed', async () => {
      const letters = await emptyLetters(store())
      const letter = await letters.insert(aLetter({ id: 'one', receivedAt: null }))
      const rows = async () => (await letters.rows(health, { index: 'received', limit: 5 })).items
      expect(await rows()).toEqual([])

      await letters.replace({ ...letter, receivedAt: '2026-11-03' })
      expect(await rows()).toEqual([{ id: 'one', values: ['2026-11-03'] }])
      await letters.delete(health, 'one')
      expect(await rows()).toEqual([])
    })

    it('of no value are none', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter())
      const { items } = await letters.rows(health, { index: 'received', also: { status: [] }, limit: 5 })
      expect(items).toEqual([])
    })
  })
}
