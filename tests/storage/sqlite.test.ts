import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import type { CollectionSpec } from '../../service/storage/collection.ts'
import { aFolder } from '../support/a-folder.ts'
import { aLetter, health, type Letter, letterSpec } from './conformance/letters.ts'
import { storeConformance } from './conformance.ts'

storeConformance('SQLite', { open: async () => openSqliteStore({ folder: await aFolder() }), atomicUpdates: true })

describe('a collection that is read often', () => {
  const oftenRead: CollectionSpec<Letter> = { ...letterSpec, name: 'oftenRead', readOften: true }

  it('is answered from memory, and never as it was before a write, whoever wrote', async () => {
    const store = await openSqliteStore({ folder: await aFolder() })
    onTestFinished(() => store.close())
    const [here, elsewhere] = [await store.collection(oftenRead), await store.collection(oftenRead)]
    expect(await here.get(health, 'letter')).toBeNull()
    const first = await elsewhere.insert(aLetter({ id: 'letter' }))
    const asked = await here.get(health, 'letter')
    expect(asked).toEqual(first)
    expect(await here.get(health, 'letter')).toBe(asked)
    const second = await elsewhere.replace({ ...first, body: 'It was written anew.' })
    expect(await here.get(health, 'letter')).toEqual(second)
    await elsewhere.delete(health, 'letter')
    expect(await here.get(health, 'letter')).toBeNull()
  })

  it('gives no answer from before a write to who asks while it is under way', async () => {
    const store = await openSqliteStore({ folder: await aFolder() })
    onTestFinished(() => store.close())
    const letters = await store.collection(oftenRead)
    let letter = await letters.insert(aLetter())
    for (let round = 0; round < 20; round++) {
      const [, replaced] = await Promise.all([
        letters.get(health, letter.id),
        letters.replace({ ...letter, body: `round ${round}` }),
        letters.get(health, letter.id),
      ])
      expect(await letters.get(health, letter.id)).toEqual(replaced)
      letter = replaced ?? letter
    }
  })
})
