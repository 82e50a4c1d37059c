import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health } from './letters.ts'

export function recalling(store: () => Store): void {
  describe('a document that is recalled', () => {
    it('is the one that was written last here, and null where there is none', async () => {
      const letters = await emptyLetters(store())
      const { id } = await letters.insert(aLetter())
      const changed = await letters.replace({ ...(await letters.recall(health, id))!, status: 'verified' })
      expect(await letters.recall(health, id)).toEqual(changed)
      await letters.delete(health, id)
      expect(await letters.recall(health, id)).toBeNull()
      expect(await letters.recall(health, 'unknown')).toBeNull()
    })

    it('is never an older one than was written here, however late an answer comes', async () => {
      const letters = await emptyLetters(store())
      let letter = await letters.insert(aLetter())
      for (let round = 0; round < 20; round++) {
        const reads = Array.from({ length: 3 }, () => letters.get(health, letter.id))
        letter = (await letters.replace({ ...letter, body: `round ${round}` }))!
        await Promise.all(reads)
        expect((await letters.recall(health, letter.id))?.version).toBe(letter.version)
      }
    })
  })
}
