import { randomBytes } from 'node:crypto'
import { createConnection } from 'mongoose'
import { afterAll, describe, expect, it } from 'vitest'
import { openMongoStore } from '../../service/adapters/mongo/open-mongo-store.ts'
import { aLetter, health, letterSpec } from '../storage/conformance/letters.ts'
import { storeConformance } from '../storage/conformance.ts'
import { storeUpgrade } from '../storage/upgrade-conformance.ts'
import { cutWire } from '../support/cut-wire.ts'
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

    it('writes once what was written though the answer was lost, and tells whose number it is', async () => {
      const uri = anEmptyDatabase()
      const wire = await cutWire(Number(new URL(uri).port))
      const direct = await openMongoStore({ uri })
      const cut = await openMongoStore({ uri: uri.replace(/\/\/[^/]+/, `//127.0.0.1:${wire.port}`) })
      const [there, here] = [await direct.collection(letterSpec), await cut.collection(letterSpec)]

      wire.loseAnswerTo('of the cut insert')
      const inserted = await here.insert(aLetter({ id: 'cut', body: 'of the cut insert' }))
      wire.loseAnswerTo('of the cut replace')
      const replaced = await here.replace({ ...inserted, body: 'of the cut replace' })
      expect(replaced).toMatchObject({ version: 2 })
      expect(await here.replace({ ...inserted, body: 'too late' })).toBeNull()
      wire.loseAnswerTo('of the cut number')
      const numbered = await here.insertNext('series', { tenant: health, series: '2027' }, (number) =>
        aLetter({ id: `2027-${number}`, series: '2027', number, body: 'of the cut number' }),
      )
      expect(numbered.number).toBe(1)
      expect(await there.get(health, 'cut')).toEqual(replaced)
      expect(wire.lost).toBe(3)
      await expect(here.insert(aLetter({ id: 'cut' }))).rejects.toMatchObject({ name: 'UniqueViolation', index: 'id' })
      await Promise.all([direct.close(), cut.close()])
      wire.close()
    })

    it('is brought up by several services that start at the same moment', async () => {
      const uri = anEmptyDatabase()
      const stores = await Promise.all(Array.from({ length: 3 }, () => openMongoStore({ uri })))
      const [first] = await Promise.all(stores.map((store) => store.collection(letterSpec)))
      await first!.insert(aLetter({ id: 'after the start' }))
      expect(await first!.get(health, 'after the start')).toMatchObject({ version: 1 })
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
