import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { openDatabase } from '../../service/adapters/sqlite/sqlite-engine.ts'
import { SCHEMA, schemaSpec } from '../../service/storage/migrations.ts'
import { PLATFORM } from '../../service/storage/place.ts'
import { aFolderForData, aRunningService } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { filesIn } from '../support/files-in.ts'
import { sha256 } from '../support/some-files.ts'
import { unpackOldData } from './old-data.ts'

const oldData = 'data-of-2026-11-26.json.br'

async function schemaOf(folder: string, number?: number): Promise<number | undefined> {
  const store = await openSqliteStore({ folder })
  const versions = await store.collection(schemaSpec)
  const known = await versions.get(PLATFORM, 'store')
  if (number !== undefined && known) await versions.replace({ ...known, number })
  await store.close()
  return known?.number
}

it('what a version of before left goes on: codes, files, numbers, staff, log, and erasures are dated', async () => {
  const folder = await aFolderForData()
  const { receipts, fileId, fileSha256 } = await unpackOldData(oldData, folder)
  expect(await schemaOf(folder)).toBeUndefined()
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const office = unitAt(service.url)
  for (const receipt of [receipts.named, receipts.withFile]) {
    expect(await office.reporter(receipt).follow()).toMatchObject({ number: receipt.number, status: 'received' })
  }
  expect(await office.reporter(receipts.answered).follow()).toMatchObject({
    status: 'answered',
    answer: { outcome: 'clarified', text: 'Sudah dijelaskan.' },
  })
  expect(await office.reporter(receipts.withdrawn).follow()).toMatchObject({ privacy: 'anonymous' })
  const file = await (await office.reporter(receipts.withFile).get(`/evidence/${fileId}`)).arrayBuffer()
  expect(sha256(new Uint8Array(file))).toBe(fileSha256)
  expect((await office.file()).number).toBe(receipts.answered.number.replace(/4$/, '5'))
  const head = await office.signIn('kepala')
  expect((await head.get('/cases?q=Dijawab')).status).toBe(200)
  const list = async () =>
    JSON.parse(await readFile(join(folder, 'erasures.json'), 'utf8').catch(() => '{"erasures":[]}'))
  await expect
    .poll(async () => (await list()).erasures)
    .toEqual([{ at: expect.any(String), tenant: 'bagian-organisasi', number: receipts.withdrawn.number, record: null }])
  await service.stop()
  expect(await schemaOf(folder)).toBe(SCHEMA)
  expect((await aduan({ DATA_DIR: folder }, 'verify-log')).code).toBe(0)
})

/** The hashes of words that an earlier version kept in each case. */
async function hashesOfWords(folder: string): Promise<readonly string[]> {
  const database = await openDatabase(join(folder, 'aduan.db'))
  const rows = database.prepare('SELECT "body" FROM "complaints"').all() as { body: string }[]
  database.close()
  return rows.flatMap(({ body }) => (JSON.parse(body) as { terms?: string[] }).terms ?? [])
}

it('hashes of words that a version of before kept are gone from every file, and cases are found as before', async () => {
  const folder = await aFolderForData()
  const { receipts } = await unpackOldData(oldData, folder)
  const hashes = await hashesOfWords(folder)
  expect(hashes.length).toBeGreaterThan(10)
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const head = await unitAt(service.url).signIn('kepala')
  const found = (await (await head.get('/cases?q=Dijawab')).json()) as { items: { number: string }[] }
  expect(found.items.map(({ number }) => number)).toContain(receipts.answered.number)
  await service.stop()
  expect(await hashesOfWords(folder)).toEqual([])
  for (const [name, bytes] of await filesIn(folder)) {
    expect(hashes.filter((hash) => bytes.includes(hash)).length, name).toBe(0)
  }
})

it('those who worked on a case of before read it and find it by its words, and others see its row', async () => {
  const folder = await aFolderForData()
  const { receipts } = await unpackOldData(oldData, folder)
  const { number } = receipts.answered
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const seenBy = async (mailbox: string) => {
    const { headers } = await unitAt(service.url).signIn(mailbox)
    const ask = (path: string) => fetch(`${unitAt(service.url).api}/cases${path}`, { headers })
    const found = (await (await ask('?q=Dijawab')).json()) as { items: { number: string }[] }
    return [(await ask(`/${number}`)).status, found.items.length]
  }
  expect(await seenBy('kepala')).toEqual([200, 1])
  expect(await seenBy('inspektorat')).toEqual([403, 0])
  await service.stop()
})

it('hashes of files that a version of before kept are gone from every file, and reporters read them as before', async () => {
  const folder = await aFolderForData()
  const { receipts, fileId, fileSha256 } = await unpackOldData(oldData, folder)
  const filesWithIt = async () =>
    [...(await filesIn(folder))].flatMap(([name, bytes]) => (bytes.includes(fileSha256) ? [name] : []))
  expect(await filesWithIt()).not.toEqual([])
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const { evidence } = await unitAt(service.url).reporter(receipts.withFile).follow()
  expect(evidence).toMatchObject([{ id: fileId, sha256: fileSha256 }])
  await service.stop()
  expect(await filesWithIt()).toEqual([])
})

it('a store that a newer version wrote is refused, and stays as it is', async () => {
  const folder = await aFolderForData()
  await (await aRunningService({ DATA_DIR: folder })).stop()
  expect(await schemaOf(folder, 99)).toBe(SCHEMA)
  await expect(aRunningService({ DATA_DIR: folder })).rejects.toThrow(/newer version of this service \(schema 99/)
  expect((await aduan({ DATA_DIR: folder }, 'verify-log')).err).toContain('schema 99')
  expect(await schemaOf(folder)).toBe(99)
})

/** Documents of a stopped store that hold a key or a seal which is bound to no place. */
async function unboundIn(file: string): Promise<string[]> {
  const database = await openDatabase(file)
  try {
    const collections = database.prepare('SELECT "name" FROM "aduan_collection"').all() as { name: string }[]
    return collections.flatMap(({ name }) => {
      const rows = database.prepare(`SELECT "id", "body" FROM "${name}"`).all() as { id: string; body: string }[]
      const isUnbound = ({ body }: { body: string }) =>
        [...String(body).matchAll(/"(eyJhbGciOiJkaXIi[\w-]+)\.\./g)].some(([, header]) => !('place' in read(header!)))
      return rows.filter(isUnbound).map(({ id }) => `${name} ${id}`)
    })
  } finally {
    database.close()
  }
}

type Row = Readonly<Record<string, string | number | null>>

async function rowOf(file: string, collection: string, id: string): Promise<Row> {
  const database = await openDatabase(file)
  try {
    return database
      .prepare(`SELECT * FROM "${collection}" WHERE "id" = ? AND "tenant" = 'bagian-organisasi'`)
      .get(id) as Row
  } finally {
    database.close()
  }
}

/** Writes a row as it was, by a connection that is not the service's. */
async function putBack(file: string, collection: string, row: Row): Promise<void> {
  const database = await openDatabase(file)
  try {
    const columns = Object.keys(row).map((name) => `"${name}"`)
    const values = columns.map(() => '?').join()
    database
      .prepare(`INSERT OR REPLACE INTO "${collection}" (${columns.join()}) VALUES (${values})`)
      .run(...Object.values(row))
  } finally {
    database.close()
  }
}

const read = (header: string): object => JSON.parse(Buffer.from(header, 'base64url').toString())

it('seals of a version of before are bound to their places, and from then on others are refused', async () => {
  const folder = await aFolderForData()
  const { receipts, fileId, fileSha256 } = await unpackOldData(oldData, folder)
  const [cases, secrets] = [join(folder, 'aduan.db'), join(folder, 'keys', 'aduan.db')]
  const service = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  await service.stop()
  expect(await unboundIn(cases)).toContain(`complaints ${receipts.answered.number}`)
  const before = await rowOf(cases, 'complaints', receipts.answered.number)
  const secretBefore = await rowOf(secrets, 'tenantKeys', '1')

  const { out, code } = await aduan({ DATA_DIR: folder }, 'rotate-keys', '--all')
  expect(code, out).toBe(0)
  expect(await unboundIn(cases)).toEqual([])
  expect(await unboundIn(secrets)).toEqual([])
  const again = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  const office = unitAt(again.url)
  expect(await office.reporter(receipts.answered).follow()).toMatchObject({ status: 'answered' })
  const file = await (await office.reporter(receipts.withFile).get(`/evidence/${fileId}`)).arrayBuffer()
  expect(sha256(new Uint8Array(file))).toBe(fileSha256)
  await again.stop()

  await putBack(cases, 'complaints', before)
  const third = await aRunningService({ DATA_DIR: folder, LIMITS: 'off' })
  expect((await unitAt(third.url).reporter(receipts.answered).get('')).status).toBe(500)
  await third.stop()
  await putBack(secrets, 'tenantKeys', secretBefore)
  await expect(aRunningService({ DATA_DIR: folder, LIMITS: 'off' })).rejects.toThrow()
})
