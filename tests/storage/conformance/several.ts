import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, permits } from './letters.ts'

export function several(store: () => Store): void {
  describe('several documents', () => {
    it('come in the order of their ids, each as it was written last, without those that do not exist', async () => {
      const letters = await emptyLetters(store())
      for (const id of ['a', 'b', 'ä', '\u{1f4ee}', "'"]) await letters.insert(aLetter({ id }))
      const changed = await letters.replace({ ...(await letters.get(health, 'b'))!, status: 'verified' })
      await letters.delete(health, 'a')

      const found = await letters.several(health, ["'", 'unknown', '\u{1f4ee}', 'b', 'a', 'ä', 'b'])
      expect(found.map(({ id }) => id)).toEqual(["'", '\u{1f4ee}', 'b', 'ä', 'b'])
      expect(found[2]).toEqual(changed)
      expect(await letters.several(health, [])).toEqual([])
    })

    it('are those of one office alone', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'same', body: 'ours' }))
      await letters.insert(aLetter({ id: 'same', body: 'theirs', tenant: permits }))
      await letters.insert(aLetter({ id: 'theirs alone', tenant: permits }))
      expect((await letters.several(health, ['theirs alone', 'same'])).map(({ body }) => body)).toEqual(['ours'])
      expect(await letters.several('nobody', ['same'])).toEqual([])
    })

    it('may be more than a server gives at once', async () => {
      const letters = await emptyLetters(store())
      const ids = Array.from({ length: 250 }, (_, at) => `${(at * 7) % 250}`)
      await Promise.all(ids.map((id) => letters.insert(aLetter({ id }))))
      expect((await letters.several(health, ids)).map(({ id }) => id)).toEqual(ids)
    })

    it('can be the base of the next write', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'a' }))
      const [found] = await letters.several(health, ['a'])
      expect(await letters.replace({ ...found!, status: 'verified' })).toMatchObject({ status: 'verified', version: 2 })
    })
  })
}
