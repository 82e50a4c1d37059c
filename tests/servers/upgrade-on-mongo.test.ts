import { randomBytes } from 'node:crypto'
import { access, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createConnection } from 'mongoose'
import { afterAll, expect, it } from 'vitest'
import { openMongoStore } from '../../service/adapters/mongo/open-mongo-store.ts'
import { openSnapshot } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import type { Kept } from '../../service/storage/collection.ts'
import { SCHEMA, schemaSpec } from '../../service/storage/migrations.ts'
import { PLATFORM } from '../../service/storage/place.ts'
import { aFolder } from '../support/a-folder.ts'
import { startProcess } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { startMongoServer } from '../support/mongo-server.ts'
import { unpackOldData } from '../upgrade/old-data.ts'

const server = await startMongoServer().catch((reason: unknown) => {
  if (process.env.CI_REQUIRE_MONGODB === '1') throw reason
  return { missing: String(reason) }
})

/** Lays what an earlier version kept into MongoDB as it would have lain there, its keys derived by rules of then. */
async function layIntoMongo(folder: string, uri: string): Promise<void> {
  const connection = await createConnection(uri).asPromise()
  for (const file of [join(folder, 'aduan.db'), join(folder, 'keys/aduan.db')]) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (!isThere) continue
    const snapshot = await openSnapshot(file)
    for (const name of snapshot.collections) {
      const lying = [...snapshot.documents(name)].map((document) => {
        const { tenant, id, version } = document as Kept
        const _id = `${encodeURIComponent(tenant)}/${id}`
        return { _id, tenant, id, version, keys: {}, exempt: {}, terms: [], body: JSON.stringify(document) }
      })
      if (lying.length === 0) continue
      await connection.collection<{ _id: string }>(name).insertMany(lying)
      const shapes = connection.collection<{ _id: string; shape: string }>('aduan_collection')
      await shapes.replaceOne({ _id: name }, { shape: 'of an earlier version' }, { upsert: true })
    }
    snapshot.close()
    await rm(file)
  }
  await connection.close()
}

if ('missing' in server) {
  it.skip(`old data on MongoDB (no server: ${server.missing})`, () => {})
} else {
  afterAll(() => server.stop())

  it('what an earlier version left on MongoDB goes on: schema, codes, numbers and staff; a newer one is refused', async () => {
    const folder = await aFolder()
    const environment = {
      DATA_DIR: folder,
      MONGODB_URI: server.databaseUri(`aduan_upgrade_${randomBytes(6).toString('hex')}`),
      LIMITS: 'off',
    }
    const { receipts } = await unpackOldData('data-of-2026-11-26.json.br', folder)
    await layIntoMongo(folder, environment.MONGODB_URI)

    const service = await startProcess(environment)
    const office = unitAt(service.url)
    expect(await office.reporter(receipts.named).follow()).toMatchObject({ status: 'received' })
    expect(await office.reporter(receipts.answered).follow()).toMatchObject({
      status: 'answered',
      answer: { text: 'Sudah dijelaskan.' },
    })
    expect(await office.reporter(receipts.withdrawn).follow()).toMatchObject({ privacy: 'anonymous' })
    expect((await office.file()).number).toBe(receipts.answered.number.replace(/4$/, '5'))
    const head = await office.signIn('kepala')
    expect(((await (await head.get('/cases')).json()) as { items: unknown[] }).items).toHaveLength(5)
    await service.stop()

    const store = await openMongoStore({ uri: environment.MONGODB_URI })
    const versions = await store.collection(schemaSpec)
    const known = (await versions.get(PLATFORM, 'store'))!
    expect(known).toMatchObject({ number: SCHEMA, underWay: null })
    await versions.replace({ ...known, number: 99 })
    await store.close()
    await expect(startProcess(environment)).rejects.toThrow(/newer version of this service \(schema 99/)
  })
}
