import { randomBytes } from 'node:crypto'
import { createConnection } from 'mongoose'
import { afterAll, describe, expect, it } from 'vitest'
import { openMongoStore } from '../../service/adapters/mongo/open-mongo-store.ts'
import { aLetter, health, letterSpec } from '../storage/conformance/letters.ts'
import { storeConformance } from '../storage/conformance.ts'
import { storeUpgrade } from '../storage/upgrade-conformance.ts'
import { startMongoServer } from '../support/mongo-server.ts'

const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

if ('missing' in server) {
  it.skip(`storage: MongoDB keeps every promise of the port (no server: ${server.missing})`, () => {})
} else {
  const used: string[] = []
  const anEmptyDatabase = () => {
    const uri = server.databaseUri(`aduan_test_${randomBytes(6).toString('hex')}`)
    used.push(uri)
    return uri
  }

  afterAll(async () => {
    for (const uri of used) {
      const connection = await createConnection(uri).asPromise()
      await connection.dropDatabase()
      await connection.close()
    }
    await server.stop()
  })

  storeConformance('MongoDB', { open: () => openMongoStore({ uri: anEmptyDatabase() }), atomicUpdates: true })

  storeUpgrade('MongoDB', async () => {
    const uri = anEmptyDatabase()
    return () => openMongoStore({ uri })
  })

  describe('storage: MongoDB, with two services at once', () => {
    it('gives 20 writers of each service numbers without a gap', async () => {
      const uri = anEmptyDatabase()
      const stores = [await openMongoStore({ uri }), await openMongoStore({ uri })]
      const claims = await Promise.all(
        stores.map(async (store) => {
          const letters = await store.collection(letterSpec)
          return Array.from({ length: 20 }, () =>
            letters.insertNext('series', { tenant: health, series: '2026' }, (number) =>
              aLetter({ id: `2026-${number}`, series: '2026', number }),
            ),
          )
        }),
      )

      const numbers = (await Promise.all(claims.flat())).map(({ number }) => number)
      expect(numbers.sort((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
      await Promise.all(stores.map((store) => store.close()))
    })

    it('says that the store is unavailable when no server answers', { timeout: 30_000 }, async () => {
      const own = await startMongoServer({ ownInAnyCase: true })
      const store = await openMongoStore({ uri: own.databaseUri('aduan') })
      const letters = await store.collection(letterSpec)
      await store.check()
      await own.stop()

      const asked = [
        store.check(),
        letters.insert(aLetter()),
        letters.get(health, 'letter-1'),
        letters.find(health, { index: 'received', limit: 1 }),
        openMongoStore({ uri: own.databaseUri('aduan') }),
      ]
      for (const refused of await Promise.allSettled(asked)) {
        expect(refused).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } })
      }
      await store.close()
      await expect(letters.get(health, 'letter-1')).rejects.toMatchObject({ name: 'StoreUnavailable' })
    })
  })
}
