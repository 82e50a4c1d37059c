import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, idsOf, permits } from './letters.ts'

export function deleting(store: () => Store): void {
  describe('deleting', () => {
    it('says whether there was something to delete', async () => {
      const letters = await emptyLetters(store())
      const { tenant, id } = await letters.insert(aLetter())

      expect(await letters.delete(tenant, id)).toBe(true)
      expect(await letters.delete(tenant, id)).toBe(false)
      expect(await letters.get(tenant, id)).toBeNull()
    })

    it('frees the unique values of the document', async () => {
      const letters = await emptyLetters(store())
      const { tenant, id } = await letters.insert(aLetter({ filingKey: 'again' }))
      await letters.delete(tenant, id)

      expect(await letters.insert(aLetter({ id, filingKey: 'again' }))).toMatchObject({ id, version: 1 })
    })

    it('takes what an index has in a range, lowest first, from every office, and no more than asked', async () => {
      const letters = await emptyLetters(store())
      const due = [
        ['third', health, 30],
        ['first', health, 10],
        ['second', permits, 20],
        ['later', permits, 40],
        ['never', health, null],
      ] as const
      for (const [id, tenant, dueAt] of due) await letters.insert(aLetter({ id, tenant, dueAt }))

      expect(await letters.deleteAcrossTenants('due', { to: 30 }, 2)).toBe(2)
      expect(idsOf(await letters.findAcrossTenants({ index: 'due', limit: 10 }))).toEqual(['third', 'later'])
      expect(await letters.deleteAcrossTenants('due', { to: 30 }, 2)).toBe(1)
      expect(await letters.deleteAcrossTenants('due', { to: 30 }, 2)).toBe(0)
      expect(await letters.get(permits, 'later')).not.toBeNull()
      expect(await letters.get(health, 'never')).not.toBeNull()
    })

    it('goes on with what is left after what was deleted is purged', async () => {
      const letters = await emptyLetters(store())
      const { tenant, id } = await letters.insert(aLetter())
      await letters.insert(aLetter({ id: 'stays' }))
      await letters.delete(tenant, id)
      await store().purge()

      expect(await letters.get(tenant, id)).toBeNull()
      expect(await letters.get(tenant, 'stays')).not.toBeNull()
    })

    it('refuses to delete by an index of one office', async () => {
      const letters = await emptyLetters(store())
      await expect(letters.deleteAcrossTenants('received', {}, 1)).rejects.toThrow(TypeError)
    })
  })
}
