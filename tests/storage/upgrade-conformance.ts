import { describe, expect, it } from 'vitest'
import type { CollectionSpec, Store } from '../../service/storage/collection.ts'
import { aLetter, health, idsOf, type Letter, letterSpec } from './conformance/letters.ts'

/** What an earlier version of the service declared. */
export const earlierSpec: CollectionSpec<Letter> = {
  name: 'letters',
  keys: { status: ({ status }) => status, token: ({ token }) => token },
  indexes: { status: { on: ['status'] }, token: { on: ['token'], unique: true } },
}

/** Opens one and the same store each time; an empty one at first. */
type Reopen = () => Promise<Store>

/** A later version finds all that an earlier one wrote, by what it declares itself. */
export function storeUpgrade(name: string, anEmptyPlace: () => Promise<Reopen>): void {
  describe(`storage: ${name}, written by an earlier version`, () => {
    it('answers by keys and counts that were declared later', async () => {
      const reopen = await writtenByEarlierVersion(await anEmptyPlace())
      const store = await reopen()
      const letters = await store.collection(letterSpec)

      const newest = await letters.find(health, { index: 'received', order: 'descending', limit: 9 })
      expect(idsOf(newest)).toEqual(['3', '2', '1'])
      expect(await letters.countBy(health, 'status')).toEqual({ received: 2, closed: 1 })
      const rows = await letters.rows(health, { index: 'received', limit: 9 })
      expect(idsOf(rows)).toEqual(['1', '2', '3'])
      const kept = await letters.get(health, '1')
      expect(kept).toMatchObject({ version: 2, body: 'changed once' })
      expect(await letters.replace({ ...kept!, status: 'closed' })).toMatchObject({ version: 3 })
      await store.close()
    })

    it('keeps unique what was declared unique later, in old documents too', async () => {
      const reopen = await writtenByEarlierVersion(await anEmptyPlace())
      const store = await reopen()
      const letters = await store.collection(letterSpec)

      const taken = aLetter({ filingKey: 'of letter 2' })
      await expect(letters.insert(taken)).rejects.toMatchObject({ name: 'UniqueViolation', index: 'filingKey' })
      await store.close()
    })

    it('stays whole when its documents break a unique index that was declared later', async () => {
      const reopen = await writtenByEarlierVersion(await anEmptyPlace())
      const impossible = { ...earlierSpec, indexes: { status: { on: ['status'], unique: true } } }
      const store = await reopen()
      await expect(store.collection(impossible)).rejects.toThrow()

      const letters = await store.collection(earlierSpec)
      const received = await letters.find(health, { index: 'status', where: { status: 'received' }, limit: 9 })
      expect(idsOf(received)).toEqual(['1', '2'])
      await expect(letters.insert(aLetter({ token: 'token 3' }))).rejects.toMatchObject({ index: 'token' })
      await store.close()
    })
  })
}

export async function writtenByEarlierVersion(reopen: Reopen): Promise<Reopen> {
  const store = await reopen()
  const letters = await store.collection(earlierSpec)
  for (const [id, status] of Object.entries({ 1: 'received', 2: 'received', 3: 'closed' })) {
    const unique = { filingKey: `of letter ${id}`, token: `token ${id}` }
    const draft = aLetter({ id, status, ...unique, receivedAt: `2026-11-0${id}` })
    await letters.replace({ ...(await letters.insert(draft)), body: 'changed once' })
  }
  await store.close()
  return reopen
}
