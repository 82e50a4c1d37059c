import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type CollectionSpec, type Store, StoreUnavailable } from '../../service/storage/collection.ts'
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

    describe('where there are many documents', () => {
      it('is used while their keys are derived, and tells nothing that would leave some out', async () => {
        const reopen = await manyByEarlierVersion(await anEmptyPlace())
        const store = await reopen()
        const letters = await store.collection(laterSpec)

        await expect(letters.countBy(health, 'category')).rejects.toThrow(StoreUnavailable)
        await expect(letters.find(health, { index: 'received', limit: 2 })).rejects.toThrow(StoreUnavailable)
        // What was declared before answers at once, and whatever is written has all its keys.
        const token = { index: 'token', where: { token: 'token 170' }, limit: 2 }
        expect(idsOf(await letters.find(health, token))).toEqual(['170'])
        const first = (await letters.get(health, '1'))!
        const last = (await letters.get(health, String(MANY)))!
        expect(await letters.replace({ ...first, status: 'closed' })).toMatchObject({ version: 3 })
        expect(await letters.delete(health, last.id)).toBe(true)
        await letters.insert(aLetter({ id: 'new', status: 'received', receivedAt: '2026-12-01' }))

        const received = await onceDerived(() => letters.countBy(health, 'status'))
        expect(received).toEqual({ received: MANY - 1, closed: 1 })
        const newest = await onceDerived(() =>
          letters.find(health, { index: 'received', order: 'descending', limit: 2 }),
        )
        expect(idsOf(newest)).toEqual(['new', String(MANY - 1)])
        expect(await letters.count(health, { index: 'received' })).toBe(MANY)
        await store.close()
      })

      it('goes on where it was ended, any number of times, and counts each document once', async () => {
        const reopen = await manyByEarlierVersion(await anEmptyPlace())
        for (let start = 1; start <= 4; start++) {
          const store = await reopen()
          const letters = await store.collection(letterSpec)
          const early = (await letters.get(health, String(start)))!
          const late = (await letters.get(health, String(MANY - start)))!
          for (const one of [early, late]) await letters.replace({ ...one, status: 'closed' })
          await letters.insert(aLetter({ id: `new ${start}`, receivedAt: '2026-12-01' }))
          await store.close()
        }
        const store = await reopen()
        const letters = await store.collection(letterSpec)
        expect(await onceDerived(() => letters.countBy(health, 'status'))).toEqual({ received: MANY - 4, closed: 8 })
        expect(await onceDerived(() => letters.count(health, { index: 'received' }))).toBe(MANY + 4)
        await store.close()
      })

      it('goes back to an earlier version and forth again in the middle', async () => {
        const reopen = await manyByEarlierVersion(await anEmptyPlace())
        for (const spec of [letterSpec, earlierSpec, otherSpec, letterSpec]) {
          const store = await reopen()
          const letters = await store.collection<Letter>(spec)
          const one = (await letters.get(health, '5'))!
          await letters.replace({ ...one, status: 'closed' })
          await store.close()
        }
        const store = await reopen()
        const letters = await store.collection(letterSpec)
        expect(await onceDerived(() => letters.countBy(health, 'status'))).toEqual({ received: MANY - 1, closed: 1 })
        expect(await onceDerived(() => letters.countBy(health, 'category'))).toEqual({ service: MANY })
        const due = { index: 'received', where: { receivedAt: receivedAt(5) }, limit: 9 }
        expect(idsOf(await onceDerived(() => letters.find(health, due)))).toEqual(['5'])
        await store.close()
      })
    })
  })
}

/** Of so many documents a store that is tested brings all up before they are used. */
export const AT_ONCE = 50
const MANY = 300

/** It has an index that was there before. */
const laterSpec: CollectionSpec<Letter> = {
  ...letterSpec,
  indexes: { ...letterSpec.indexes, token: earlierSpec.indexes.token! },
}

/** A version that counts, and has another key. */
const otherSpec: CollectionSpec<Letter> = {
  name: 'letters',
  keys: { ...earlierSpec.keys, category: ({ category }) => category },
  indexes: { ...earlierSpec.indexes, category: { on: ['category'] } },
  counted: ['status', 'category'],
}

const receivedAt = (at: number): string => `2026-11-${String(at).padStart(5, '0')}`

async function manyByEarlierVersion(reopen: Reopen): Promise<Reopen> {
  const store = await reopen()
  const letters = await store.collection(earlierSpec)
  const places = Array.from({ length: MANY }, (_, at) => at + 1)
  for (let at = 0; at < MANY; at += 10) {
    await Promise.all(
      places.slice(at, at + 10).map(async (id) => {
        const draft = aLetter({ id: String(id), token: `token ${id}`, receivedAt: receivedAt(id) })
        const inserted = await letters.insert(draft)
        if (id === 1) await letters.replace({ ...inserted, body: 'changed once' })
      }),
    )
  }
  await store.close()
  return reopen
}

/** What it asks is refused as long as older documents would be left out. */
async function onceDerived<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (cause) {
      if (!(cause instanceof StoreUnavailable)) throw cause
      await setTimeout(20)
    }
  }
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
