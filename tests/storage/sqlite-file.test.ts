import { copyFile, open, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSnapshot } from '../../service/adapters/sqlite/open-snapshot.ts'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { openDatabase } from '../../service/adapters/sqlite/sqlite-engine.ts'
import { aFolder } from '../support/a-folder.ts'
import { writerProcess } from '../support/writer-process.ts'
import { aLetter, health, letterSpec } from './conformance/letters.ts'

/** A folder whose store holds so many letters and is closed. */
async function folderWithLetters(count: number): Promise<string> {
  const folder = await aFolder()
  const store = await openSqliteStore({ folder })
  const letters = await store.collection(letterSpec)
  await Promise.all(
    Array.from({ length: count }, (_, at) => letters.insert(aLetter({ id: `${at}`, body: 'x'.repeat(2_000) }))),
  )
  await store.close()
  return folder
}

async function altered(folder: string, sql: string): Promise<void> {
  const database = await openDatabase(join(folder, 'aduan.db'))
  database.exec(sql)
  database.close()
}

describe('the file of the embedded store', () => {
  it('makes its folder, and finds everything again when opened anew', async () => {
    const folder = join(await aFolder(), 'not', 'there', 'yet')
    const store = await openSqliteStore({ folder })
    const letter = await (await store.collection(letterSpec)).insert(aLetter())
    await store.close()

    const again = await openSqliteStore({ folder })
    expect(await (await again.collection(letterSpec)).get(letter.tenant, letter.id)).toEqual(letter)
    await again.close()
  })

  it('is refused to a second opening in the same process', async () => {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder })

    await expect(openSqliteStore({ folder })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('Another process has the store open'),
    })
    await store.check()
    await store.close()
  })

  it('is refused to a second process, and free again when the first has ended', async () => {
    const folder = await aFolder()
    const other = await writerProcess(folder)
    await other.firstAcknowledged

    const refused = openSqliteStore({ folder })
    await expect(refused).rejects.toThrow(/aduan\.db: Another process has the store open/)
    await other.kill()

    await (await openSqliteStore({ folder })).close()
  })

  it('is refused when it is no store at all', async () => {
    const folder = await aFolder()
    await writeFile(join(folder, 'aduan.db'), 'Minutes of the meeting, not a database.\n'.repeat(500))

    await expect(openSqliteStore({ folder })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('damaged or not a store at all'),
    })
  })

  it('is refused when it was cut short', async () => {
    const folder = await folderWithLetters(200)
    const path = join(folder, 'aduan.db')
    await truncate(path, Math.floor((await readFile(path)).length / 8192) * 4096)

    await expect(openSqliteStore({ folder })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('damaged'),
    })
  })

  it('is refused when its pages were overwritten', async () => {
    const folder = await folderWithLetters(200)
    const file = await open(join(folder, 'aduan.db'), 'r+')
    await file.write(Buffer.alloc(100_000, 0xa5), 0, 100_000, 40_960)
    await file.close()

    await expect(openSqliteStore({ folder })).rejects.toMatchObject({
      name: 'StoreUnavailable',
      message: expect.stringContaining('damaged'),
    })
  })

  it('is refused when another program or a newer version wrote it, and left as it was', async () => {
    const foreign = await aFolder()
    await altered(foreign, 'CREATE TABLE recipes (name)')
    await expect(openSqliteStore({ folder: foreign })).rejects.toThrow('belongs to another program')
    await altered(foreign, 'INSERT INTO recipes VALUES (1)')

    const newer = await folderWithLetters(1)
    await altered(newer, 'PRAGMA user_version = 99')
    await expect(openSqliteStore({ folder: newer })).rejects.toThrow('newer version')
    await altered(newer, 'PRAGMA user_version = 1')
    await (await openSqliteStore({ folder: newer })).close()
  })

  it('is refused when its folder is a file', async () => {
    const folder = join(await aFolder(), 'file')
    await writeFile(folder, '')
    await expect(openSqliteStore({ folder })).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })

  it('is whole when copied after closing', async () => {
    const folder = await folderWithLetters(30)
    const copy = await aFolder()
    await copyFile(join(folder, 'aduan.db'), join(copy, 'aduan.db'))

    const store = await openSqliteStore({ folder: copy })
    expect(await (await store.collection(letterSpec)).countBy(health, 'status')).toEqual({ received: 30 })
    await store.close()
  })

  it('takes no question and no write after closing', async () => {
    const store = await openSqliteStore({ folder: await aFolder() })
    const letters = await store.collection(letterSpec)
    const pending = letters.insert(aLetter({ id: 'last' }))
    await store.close()

    expect(await pending).toMatchObject({ id: 'last' })
    await expect(letters.insert(aLetter())).rejects.toMatchObject({ name: 'StoreUnavailable' })
    await expect(letters.get(health, 'last')).rejects.toMatchObject({ name: 'StoreUnavailable' })
    await expect(store.check()).rejects.toMatchObject({ name: 'StoreUnavailable' })
  })
})

describe('the journal of the embedded store', () => {
  it('goes into the file again and again, so that it stays short, and is lost by no kill', async () => {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder })
    const letters = await store.collection(letterSpec)
    for (let wave = 0; wave < 40; wave++) {
      const ids = Array.from({ length: 100 }, (_, at) => `${wave}-${at}`)
      await Promise.all(ids.map((id) => letters.insert(aLetter({ id, body: 'x'.repeat(4_000) }))))
    }
    const written = 4_000 * 4_000
    expect((await stat(`${store.file}-wal`)).size).toBeLessThan(written)
    expect((await stat(store.file)).size).toBeGreaterThan(written / 2)
    const left = await aFolder()
    for (const name of ['aduan.db', 'aduan.db-wal']) await copyFile(join(folder, name), join(left, name))

    const again = await openSqliteStore({ folder: left })
    expect(await (await again.collection(letterSpec)).countBy(health, 'status')).toEqual({ received: 4_000 })
    await again.close()
    await store.close()
  })

  it('is copied no further once the store stands still, whatever is written', async () => {
    const store = await openSqliteStore({ folder: await aFolder() })
    const letters = await store.collection(letterSpec)
    const first = Array.from({ length: 1_200 }, (_, at) => letters.insert(aLetter({ id: `first-${at}` })))
    await first[0]
    const still = store.standStill()
    const { size } = await stat(store.file)
    await Promise.all(first)
    await Promise.all(Array.from({ length: 1_200 }, (_, at) => letters.insert(aLetter({ id: `next-${at}` }))))
    expect((await stat(store.file)).size).toBe(size)
    still.release()
    await Promise.all(Array.from({ length: 1_200 }, (_, at) => letters.insert(aLetter({ id: `last-${at}` }))))
    await store.check()
    expect((await stat(store.file)).size).toBeGreaterThan(size)
    await store.close()
  })
})

describe('a store that stands still', () => {
  it('has in its file what was written before and nothing of what is written meanwhile, for as long as it lasts', async () => {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder })
    const letters = await store.collection(letterSpec)
    await letters.insert(aLetter({ id: 'before' }))
    const still = store.standStill()
    expect(() => store.standStill()).toThrow('being copied already')
    await letters.insert(aLetter({ id: 'meanwhile', body: 'x'.repeat(200_000) }))
    await letters.delete(health, 'before')
    let isPurged = false
    const purged = store.purge().then(() => {
      isPurged = true
    })
    const copy = await aFolder()
    await copyFile(store.file, join(copy, 'aduan.db'))
    const snapshot = await openSnapshot(join(copy, 'aduan.db'))
    expect([...snapshot.documents('letters')]).toMatchObject([{ id: 'before' }])
    snapshot.close()
    expect(await letters.get(health, 'meanwhile')).toMatchObject({ id: 'meanwhile' })
    expect(isPurged).toBe(false)
    still.release()
    still.release()
    await purged
    await store.close()
    const again = await openSqliteStore({ folder })
    expect(await (await again.collection(letterSpec)).walk(health, null, 9)).toMatchObject([{ id: 'meanwhile' }])
    await again.close()
  })
})
