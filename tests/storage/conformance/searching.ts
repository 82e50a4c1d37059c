import { describe, expect, it } from 'vitest'
import type { Collection, Store } from '../../../service/storage/collection.ts'
import { aLetter, emptyLetters, health, idsOf, idsOfAllPages, type Letter, permits } from './letters.ts'

export function searching(store: () => Store): void {
  describe('searching', () => {
    const idsWith = async (letters: Collection<Letter>, ...words: string[]) =>
      idsOf(await letters.search(health, { words: words.map((word) => [word]), limit: 50 }))

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

    it('finds and counts a document that is read and changed again and again', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'moving', words: ['loket'], status: 'received', category: 'service' }))
      const moving = async () => (await letters.get(health, 'moving'))!

      await letters.replace({ ...(await moving()), receivedAt: '2026-12-01' })
      const early = await moving()
      expect(await letters.replace({ ...(await moving()), status: 'answered' })).toMatchObject({ version: 3 })
      expect(await letters.replace({ ...early, status: 'closed' })).toBeNull()
      await letters.replace({ ...(await moving()), category: null })
      await letters.replace({ ...(await moving()), body: 'Only the text is new.' })

      const narrowed = (narrow: Record<string, string>) => letters.countFound(health, { words: [['loket']], narrow })
      expect(await narrowed({ status: 'answered' })).toBe(1)
      expect(await narrowed({ status: 'received' })).toBe(0)
      expect(await narrowed({ category: 'service' })).toBe(0)
      expect(await letters.countBy(health, 'status')).toEqual({ answered: 1 })
      expect(await moving()).toMatchObject({ version: 5, receivedAt: '2026-12-01', body: 'Only the text is new.' })
    })

    it('forgets a deleted document', async () => {
      const letters = await emptyLetters(store())
      const letter = await letters.insert(aLetter({ words: ['loket'] }))
      await letters.delete(letter.tenant, letter.id)
      await letters.insert(aLetter({ id: 'next', words: ['antre'] }))

      expect(await idsWith(letters, 'loket')).toEqual([])
      expect(await idsWith(letters, 'antre')).toEqual(['next'])
    })

    it('takes any of the alternatives of a word', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'one', words: ['pungli', 'loket'], receivedAt: '2026-11-01' }))
      await letters.insert(aLetter({ id: 'two', words: ['pungutan', 'loket'], receivedAt: '2026-11-02' }))
      await letters.insert(aLetter({ words: ['pungutan'] }))

      const search = { words: [['pungli', 'pungutan'], ['loket']], limit: 9 }
      expect(idsOf(await letters.search(health, search))).toEqual(['two', 'one'])
      expect(idsOf(await letters.search(health, { ...search, words: [['pungli', 'pungutan'], []] }))).toEqual([])
    })

    it('leaves out what has a word that must not be', async () => {
      const letters = await emptyLetters(store())
      await letters.insert(aLetter({ id: 'shown', words: ['loket'] }))
      await letters.insert(aLetter({ words: ['loket', 'kept'] }))
      await letters.insert(aLetter({ words: ['loket', 'secret'] }))

      const search = { words: [['loket']], without: ['kept', 'secret'], limit: 9 }
      expect(idsOf(await letters.search(health, search))).toEqual(['shown'])
      expect(await letters.countFound(health, search)).toBe(1)
    })

    it('narrows by declared keys, and follows them when they change', async () => {
      const letters = await emptyLetters(store())
      const open = await letters.insert(aLetter({ id: 'open', words: ['loket'], status: 'received' }))
      await letters.insert(aLetter({ id: 'shut', words: ['loket'], status: 'closed', category: null }))

      const search = { words: [['loket']], limit: 10 }
      const narrowedBy = async (narrow: Record<string, string | string[]>) =>
        idsOf(await letters.search(health, { ...search, narrow })).sort()
      expect(await narrowedBy({ status: 'closed' })).toEqual(['shut'])
      expect(await narrowedBy({ status: [] })).toEqual([])
      expect(await narrowedBy({ status: ['closed', 'received'], category: 'service' })).toEqual(['open'])

      await letters.replace({ ...open, status: 'closed' })
      expect(await narrowedBy({ status: 'closed' })).toEqual(['open', 'shut'])
      expect(await narrowedBy({ status: 'received' })).toEqual([])
      await expect(letters.search(health, { ...search, narrow: { token: 'x' } })).rejects.toThrow(TypeError)
    })

    it('looks up a key of what it finds', async () => {
      const letters = await emptyLetters(store())
      for (const dueAt of [null, 1, 2, 3]) await letters.insert(aLetter({ id: `${dueAt}`, words: ['loket'], dueAt }))

      const within = (from?: number, to?: number) => ({
        words: [['loket']],
        within: { key: 'dueAt', ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
        limit: 1,
      })
      const all = (from?: number, to?: number) =>
        idsOfAllPages((after) => letters.search(health, { ...within(from, to), ...after }))
      expect((await all(2)).sort()).toEqual(['2', '3'])
      expect((await all(undefined, 2)).sort()).toEqual(['1', '2'])
      expect(await letters.countFound(health, within(2, 2))).toBe(1)
    })

    it('counts what it would find, up to a bound, and per value of a key', async () => {
      const letters = await emptyLetters(store())
      for (const status of ['received', 'received', 'closed', 'answered']) {
        await letters.insert(aLetter({ words: ['loket'], status }))
      }
      await letters.insert(aLetter({ words: ['loket'], tenant: permits }))
      await letters.insert(aLetter({ words: ['antre'] }))

      const search = { words: [['loket']] }
      expect(await letters.countFound(health, search)).toBe(4)
      expect(await letters.countFound(health, search, 4)).toBe(4)
      expect(await letters.countFound(health, search, 2)).toBe(3)
      expect(await letters.countFoundBy(health, search, 'status')).toEqual({ received: 2, closed: 1, answered: 1 })
      expect(await letters.countFoundBy(health, { words: [['none']] }, 'status')).toEqual({})
      await expect(letters.countFoundBy(health, search, 'nothing')).rejects.toThrow(TypeError)
    })

    it('keeps many of one moment apart', async () => {
      const letters = await emptyLetters(store())
      const receivedAt = '2026-11-01T03:00:00.000Z'
      const ids = Array.from({ length: 1_100 }, (_, at) => `id-${at}`)
      await Promise.all(ids.map((id) => letters.insert(aLetter({ id, words: ['loket'], receivedAt }))))
      await letters.insert(aLetter({ id: 'later', words: ['loket'], receivedAt: '2026-11-01T03:00:01.000Z' }))

      const found = await idsOfAllPages((after) => letters.search(health, { words: [['loket']], limit: 400, ...after }))
      expect(found[0]).toBe('later')
      expect(found.slice(1).sort()).toEqual([...ids].sort())
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

    it('refuses a search without words', async () => {
      const letters = await emptyLetters(store())
      await expect(letters.search(health, { words: [], limit: 9 })).rejects.toThrow(TypeError)
    })
  })
}
