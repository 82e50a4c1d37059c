import { describe, expect, it } from 'vitest'
import type { Store } from '../../../service/storage/collection.ts'
import { mintTenantId } from '../../../service/storage/place.ts'
import { aLetter, emptyLetters, health, permits } from './letters.ts'

export function walking(store: () => Store): void {
  describe('walking', () => {
    it('comes by every document of one office once, in the order of ids, however few at a time', async () => {
      const letters = await emptyLetters(store())
      const ids = ['a', 'a/b', 'a0', 'b', 'z', 'ä', '\u{1f4ee}']
      for (const id of ids.toReversed()) await letters.insert(aLetter({ id }))
      for (const tenant of [permits, mintTenantId(`${health}/a`), mintTenantId(`${health}0`)])
        await letters.insert(aLetter({ id: 'a', tenant }))

      const seen: string[] = []
      for (let after: string | null = null; ; ) {
        const some = await letters.walk(health, after, 2)
        if (some.length === 0) break
        expect(some.every(({ tenant }) => tenant === health)).toBe(true)
        seen.push(...some.map(({ id }) => id))
        after = seen.at(-1) ?? null
      }
      expect(seen).toEqual(ids)
      expect(await letters.walk('nobody', null, 10)).toEqual([])
    })
  })
}
