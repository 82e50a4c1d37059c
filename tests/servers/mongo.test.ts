import { randomBytes } from 'node:crypto'
import { createConnection } from 'mongoose'
import { afterAll, describe, expect, it } from 'vitest'
import type { MongoDocument } from '../../service/adapters/mongo/mongo-documents.ts'
import { openMongoStore } from '../../service/adapters/mongo/open-mongo-store.ts'
import { aLetter, health, letterSpec } from '../storage/conformance/letters.ts'
import { storeConformance } from '../storage/conformance.ts'
import { AT_ONCE, storeUpgrade } from '../storage/upgrade-conformance.ts'
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
    return () => openMongoStore({ uri, atOnce: AT_ONCE })
  })

  describe('storage: MongoDB, as a person finds it in a shell', () => {
    const anEnvelope = ['eyJhbGciOiJkaXIifQ', '', 'AAECAwQFBgcICQoL', 'c2VhbGVk', 'AAECAwQFBgcICQoLDA0ODw'].join('.')

    it('keeps fields by their names, seals as binary, and no key that is null', async () => {
      const uri = anEmptyDatabase()
      const store = await openMongoStore({ uri })
      const letters = await store.collection(letterSpec)
      await letters.insert(aLetter({ id: 'one', body: { sealed: anEnvelope, written: 'plain', '$a.b': 1 } }))
      const shell = await createConnection(uri).asPromise()
      const found = await shell.collection<MongoDocument>(letterSpec.name).findOne({ id: 'one' })
      await shell.close()

      expect(found).toMatchObject({
        tenant: health,
        version: 1,
        keys: { status: 'received' },
        fields: { status: 'received', filingKey: null, body: { written: 'plain', '%24a%2eb': 1 } },
      })
      expect(Object.keys(found!.keys)).not.toContain('filingKey')
      expect(found).toMatchObject({ fields: { body: { sealed: { _bsontype: 'Binary', sub_type: 0x80 } } } })
      expect(await letters.get(health, 'one')).toMatchObject({
        body: { sealed: anEnvelope, written: 'plain', '$a.b': 1 },
      })
      await store.close()
    })

    it('gets from a change only what differs, whoever read the document', async () => {
      const uri = anEmptyDatabase()
      const wire = await cutWire(Number(new URL(uri).port))
      const store = await openMongoStore({ uri: uri.replace(/\/\/[^/]+/, `//127.0.0.1:${wire.port}`) })
      const other = await openMongoStore({ uri })
      const [letters, theirs] = [await store.collection(letterSpec), await other.collection(letterSpec)]
      await letters.insert(aLetter({ id: 'long', body: 'a long story' }))
      const read = (await letters.get(health, 'long'))!
      const changed = await letters.replace({ ...read, status: 'verified', dueAt: 7, token: 'once' })
      const back = await letters.replace({ ...changed!, token: null })
      expect(wire.messagesWith('a long story')).toBe(1)

      // A colleague elsewhere changes it meanwhile, so what this service knows of it is of yesterday.
      const foreign = await theirs.replace({ ...back!, status: 'answered' })
      expect(await letters.replace({ ...back!, status: 'late' })).toBeNull()
      expect(
        await letters.replace({ ...foreign!, status: 'closed', body: { of: ['another', 'shape'] } }),
      ).not.toBeNull()
      expect(await theirs.get(health, 'long')).toMatchObject({
        version: 5,
        status: 'closed',
        dueAt: 7,
        token: null,
        body: { of: ['another', 'shape'] },
      })
      expect(
        (await theirs.find(health, { index: 'status', where: { status: 'closed' }, limit: 9 })).items,
      ).toHaveLength(1)
      wire.close()
      await Promise.all([store.close(), other.close()])
    })
  })

  describe('storage: MongoDB, as the version before left it', () => {
    it('is brought up by several services at once: what lay as one text has its fields, keys and numbers', async () => {
      const uri = anEmptyDatabase()
      const older = Array.from({ length: 12 }, (_, at) => {
        const { tenant, id } = aLetter({ id: `older-${at}` })
        const letter = { ...aLetter({ id, series: '2025', number: at + 1 }), version: 3 }
        const keys = { series: '2025', number: at + 1, filingKey: null }
        return { _id: `${tenant}/${id}`, tenant, id, version: 3, keys, exempt: {}, body: JSON.stringify(letter) }
      })
      const shell = await createConnection(uri).asPromise()
      await shell.collection<{ _id: string }>(letterSpec.name).insertMany(older)
      await shell.close()

      const stores = await Promise.all(Array.from({ length: 3 }, () => openMongoStore({ uri })))
      const [letters] = await Promise.all(stores.map((store) => store.collection(letterSpec)))
      expect(await letters!.get(health, 'older-4')).toMatchObject({
        version: 3,
        series: '2025',
        number: 5,
        token: null,
      })
      const { items } = await letters!.find(health, { index: 'status', where: { status: 'received' }, limit: 20 })
      expect(items).toHaveLength(12)
      const next = await letters!.insertNext('series', { tenant: health, series: '2025' }, (number) =>
        aLetter({ series: '2025', number }),
      )
      expect(next.number).toBe(13)
      await Promise.all(stores.map((store) => store.close()))
    })
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

    it('says so within ten seconds when the server is silent', {
      timeout: 60_000,
    }, async () => {
      const uri = anEmptyDatabase()
      const wire = await cutWire(Number(new URL(uri).port))
      const store = await openMongoStore({ uri: uri.replace(/\/\/[^/]+/, `//127.0.0.1:${wire.port}`) })
      const letters = await store.collection(letterSpec)
      const kept = await letters.insert(aLetter())

      wire.fallSilent()
      const asked = performance.now()
      const answers = await Promise.allSettled([
        letters.insert(aLetter()),
        letters.replace(kept),
        letters.get(health, kept.id),
        letters.find(health, { index: 'received', limit: 1 }),
        letters.delete(health, kept.id),
        store.check(),
      ])
      expect(performance.now() - asked).toBeLessThan(10_000)
      for (const answer of answers) {
        expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'StoreUnavailable' } })
      }
      wire.close()
      await store.close()
    })

    it('says that the store is unavailable when no server answers', { timeout: 60_000 }, async () => {
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
