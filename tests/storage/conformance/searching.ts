import { describe, expect, it } from 'vitest'
import type { Collection, Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, idsOf, type Letter, permits } from './letters.ts'

export function searching(store: () => Store): void {
  describe('searching', () => {
    const idsWith = async (letters: Collection<Letter>, ...terms: string[]) =>
      idsOf(await letters.search(health, { terms, orderBy: 'receivedAt', limit: 50 }))

    it('finds the documents that have all of the words, newest first', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'old', words: ['pungutan', 'loket'], receivedAt: '2026-11-01' }))
      await letters.insert(aLetter({ id: 'new', words: ['loket', 'pungutan', 'antre'], receivedAt: '2026-11-03' }))
      await letters.insert(
        aLetter({ id: 'between', words: ['loket', 'pungutan', 'pungutan'], receivedAt: '2026-11-02' }),
      )
      await letters.insert(aLetter({ id: 'other', words: ['loket'], receivedAt: '2026-11-04' }))

      expect(await idsWith(letters, 'loket', 'pungutan')).toEqual(['new', 'between', 'old'])
      expect(await idsWith(letters, 'antre')).toEqual(['new'])
      expect(await idsWith(letters, 'antre', 'nothing')).toEqual([])
    })

    it('matches whole words only', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ words: ['pungutan'] }))

      expect(await idsWith(letters, 'pungut')).toEqual([])
      expect(await idsWith(letters, 'ungutan')).toEqual([])
      expect(await idsWith(letters, 'pungutanliar')).toEqual([])
    })

    it('follows a document to its new words and forgets the old ones', async () => {
      const letters = await emptyLetters(store())
      const letter = await letters.insert(aLetter({ id: 'changing', words: ['before', 'always'] }))
      const changed = await letters.replace({ ...letter, words: ['after', 'always'] })

      expect(await idsWith(letters, 'before')).toEqual([])
      expect(await idsWith(letters, 'after')).toEqual(['changing'])
      expect(await idsWith(letters, 'always')).toEqual(['changing'])

      await letters.replace({ ...changed!, words: [] })
      expect(await idsWith(letters, 'always')).toEqual([])
    })

    it('still finds a document whose words stayed when the rest changed', async () => {
      const letters = await emptyLetters(store())
      const letter = await letters.insert(aLetter({ id: 'staying', words: ['loket'] }))
      await letters.replace({ ...letter, status: 'answered', receivedAt: '2026-12-01' })

      expect(await idsWith(letters, 'loket')).toEqual(['staying'])
    })

    it('forgets a deleted document', async () => {
      const letters = await emptyLetters(store())
      const letter = await letters.insert(aLetter({ words: ['loket'] }))
      await letters.delete(letter.tenant, letter.id)
      await letters.insert(aLetter({ id: 'next', words: ['antre'] }))

      expect(await idsWith(letters, 'loket')).toEqual([])
      expect(await idsWith(letters, 'antre')).toEqual(['next'])
    })

    it('narrows by other keys', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'open', words: ['loket'], status: 'received' }))
      await letters.insert(aLetter({ id: 'shut', words: ['loket'], status: 'closed' }))

      const search = { terms: ['loket'], orderBy: 'receivedAt', limit: 10 }
      expect(idsOf(await letters.search(health, { ...search, also: { status: 'closed' } }))).toEqual(['shut'])
      expect(idsOf(await letters.search(health, { ...search, also: { status: [] } }))).toEqual([])
    })

    it('leaves out documents without the key that orders them', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ words: ['loket'], receivedAt: null }))

      expect(await idsWith(letters, 'loket')).toEqual([])
    })

    it('looks at no other office', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ tenant: permits, words: ['loket'] }))

      expect(await idsWith(letters, 'loket')).toEqual([])
    })

    it('takes a search without words for all documents', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'one', words: ['loket'], receivedAt: '2026-11-01' }))
      await letters.insert(aLetter({ id: 'two', words: [], receivedAt: '2026-11-02' }))

      expect(await idsWith(letters)).toEqual(['two', 'one'])
    })
  })
}
