import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { mintTenantId } from '../../../service/storage/place.ts'
import { aLetter, emptyLetters, health, idsOf, permits } from './letters.ts'

export function tenantIsolation(store: () => Store): void {
  describe('another office', () => {
    it('neither gets, changes nor deletes a document by its id', async () => {
      const letters = await emptyLetters(store())
      const ours = await letters.insert(aLetter())

      expect(await letters.get(permits, ours.id)).toBeNull()
      expect(await letters.replace({ ...ours, tenant: permits, body: 'theirs' })).toBeNull()
      expect(await letters.delete(permits, ours.id)).toBe(false)
      expect(await letters.get(health, ours.id)).toEqual(ours)
    })

    it('finds and counts none of our documents', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ filingKey: 'ours' }))

      const found = await Promise.all([
        letters.find(permits, { index: 'received', limit: 10 }),
        letters.find(permits, { index: 'status', where: { status: ['received'] }, limit: 10 }),
        letters.find(permits, { index: 'filingKey', where: { filingKey: 'ours' }, limit: 10 }),
        letters.rows(permits, { index: 'received', limit: 10 }),
      ])
      expect(found.flatMap((page) => idsOf(page))).toEqual([])
      expect(await letters.countBy(permits, 'status')).toEqual({})
    })

    it('is not mistaken for one whose name and ids run into each other', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ tenant: mintTenantId('a/b'), id: 'c', body: 'first' }))
      await letters.insert(aLetter({ tenant: mintTenantId('a'), id: 'b/c', body: 'second' }))

      expect(await letters.get('a/b', 'c')).toMatchObject({ body: 'first' })
      expect(await letters.get('a', 'b/c')).toMatchObject({ body: 'second' })
      expect(idsOf(await letters.rows('a', { index: 'received', limit: 10 }))).toEqual(['b/c'])
    })

    it('cannot use our cursor to see our documents', async () => {
      const letters = await emptyLetters(store())
      for (const id of ['1', '2', '3']) await letters.insert(aLetter({ id }))
      const { nextCursor } = await letters.find(health, { index: 'received', limit: 1 })

      const page = await letters.find(permits, { index: 'received', limit: 10, after: nextCursor ?? '' })
      expect(page).toEqual({ items: [], nextCursor: null })
    })
  })
}
