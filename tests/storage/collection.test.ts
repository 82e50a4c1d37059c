import { copyFile, open, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSnapshot, openSqliteStore, openStoreMoment } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { openDatabase } from '../../service/adapters/sqlite/sqlite-engine.ts'
import { writerOn } from '../../service/adapters/sqlite/writer.ts'
import { StoreUnavailable } from '../../service/storage/collection.ts'
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
  it('goes into the file again and again, so that it stays short, and a copy of both is the store', async () => {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder })
    const letters = await store.collection(letterSpec)
    for (let wave = 0; wave < 80; wave++) {
      const ids = Array.from({ length: 100 }, (_, at) => `${wave}-${at}`)
      await Promise.all(ids.map((id) => letters.insert(aLetter({ id, body: 'x'.repeat(4_000) }))))
    }
    const written = 8_000 * 4_000
    expect((await stat(`${store.file}-wal`)).size).toBeLessThan(written)
    expect((await stat(store.file)).size).toBeGreaterThan(written / 2)
    const left = await aFolder()
    for (const name of ['aduan.db', 'aduan.db-wal']) await copyFile(join(folder, name), join(left, name))

    const again = await openSqliteStore({ folder: left })
    expect(await (await again.collection(letterSpec)).countBy(health, 'status')).toEqual({ received: 8_000 })
    await again.close()
    await store.close()
  })
})

describe('a store that stands still', () => {
  it('holds what was written before, and what is asked meanwhile is written when it moves on', async () => {
    const folder = await aFolder()
    const store = await openSqliteStore({ folder })
    const letters = await store.collection(letterSpec)
    const before = letters.insert(aLetter({ id: 'before' }))
    const still = await store.standStill()
    await before
    await expect(store.standStill()).rejects.toThrow('being copied already')
    const meanwhile = [letters.insert(aLetter({ id: 'meanwhile' })), letters.delete(health, 'before')]

    const moment = await openStoreMoment(store.file)
    moment.begin()
    expect(await letters.get(health, 'meanwhile')).toBeNull()
    still.release()
    still.release()
    await Promise.all(meanwhile)
    await store.purge()

    const copy = join(await aFolder(), 'copy', 'aduan.db')
    const shares: number[] = []
    await moment.copyTo(copy, new AbortController().signal, (share) => shares.push(share))
    moment.end()
    const snapshot = await openSnapshot(copy)
    expect([...snapshot.documents('letters')]).toMatchObject([{ id: 'before' }])
    snapshot.close()
    expect(await letters.walk(health, null, 9)).toMatchObject([{ id: 'meanwhile' }])
    await store.close()
  })

  it('is copied no further once whoever asked for the copy stops it', async () => {
    const folder = await folderWithLetters(3_000)
    const moment = await openStoreMoment(join(folder, 'aduan.db'))
    moment.begin()
    const stopping = new AbortController()
    const copying = moment.copyTo(join(await aFolder(), 'aduan.db'), stopping.signal, () => stopping.abort())
    await expect(copying).rejects.toThrow()
    moment.end()
  })
})

describe('writes that come together', () => {
  it('are each refused or made alone, and numbered without a gap whatever is refused between them', async () => {
    const store = await openSqliteStore({ folder: await aFolder() })
    const letters = await store.collection(letterSpec)
    await letters.insert(aLetter({ id: 'there', filingKey: 'taken' }))
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, at) =>
        letters.insertNext('series', { tenant: health, series: 'one' }, (number) =>
          aLetter({ id: `new-${at}`, series: 'one', number, filingKey: at % 4 === 1 ? 'taken' : `own-${at}` }),
        ),
      ),
    )
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(outcomes.map((_, at) => at % 4 !== 1))
    const { items } = await letters.rows(health, { index: 'series', where: { series: 'one' }, limit: 100 })
    expect(items.map(({ values }) => values[1])).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
    expect(await letters.countBy(health, 'status')).toEqual({ received: 31 })
    await store.close()
  })

  it('stay each in its own store where two are open, and go on when the other closes', async () => {
    const stores = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const store = await openSqliteStore({ folder: await aFolder() })
        return { name, store, letters: await store.collection(letterSpec) }
      }),
    )
    await Promise.all(stores.map(({ name, letters }) => letters.insert(aLetter({ id: name }))))
    const found = stores.map(({ letters }) => Promise.all(['one', 'two'].map((id) => letters.get(health, id))))
    expect((await Promise.all(found)).map((both) => both.map((letter) => letter?.id ?? null))).toEqual([
      ['one', null],
      [null, 'two'],
    ])
    const [first, second] = stores
    await first?.store.close()
    await expect(first?.letters.get(health, 'one')).rejects.toThrow('The store is closed.')
    await second?.letters.insert(aLetter({ id: 'three' }))
    expect(await second?.letters.get(health, 'three')).toMatchObject({ id: 'three' })
    await second?.store.close()
  })

  it('leave the thread that answers free, however long the disk takes', async () => {
    const store = await openSqliteStore({ folder: await aFolder() })
    const letters = await store.collection(letterSpec)
    await letters.insert(aLetter({ id: 'first' }))
    const other = await openDatabase(store.file)
    other.exec('BEGIN IMMEDIATE')
    let isWritten = false
    const written = letters.insert(aLetter({ id: 'second' })).then(() => {
      isWritten = true
    })
    expect(await letters.get(health, 'first')).toMatchObject({ id: 'first' })
    expect(isWritten).toBe(false)
    other.exec('COMMIT')
    other.close()
    await written
    await store.close()
  })
})

describe('a fault of the machine', () => {
  it('loses nothing that was acknowledged before kill -9, and leaves no gap in the numbers', async () => {
    const folder = await aFolder()
    for (let round = 0; round < 3; round++) {
      const writer = await writerProcess(folder)
      await writer.acknowledged(40)
      const acknowledged = await writer.kill()

      const store = await openSqliteStore({ folder })
      const letters = await store.collection(letterSpec)
      for (const id of acknowledged) expect(await letters.get(health, id)).toMatchObject({ id })
      const { items } = await letters.find(health, { index: 'series', where: { series: '2026' }, limit: 10_000 })
      expect(items.map(({ number }) => number)).toEqual(items.map((_, at) => at + 1))
      expect(await letters.countBy(health, 'status')).toEqual({ received: items.length })
      const rows = await letters.rows(health, { index: 'received', limit: 10_000 })
      expect(rows.items).toHaveLength(items.length)
      await store.close()
    }
  })

  it('says that the disk refuses, and keeps all that was acknowledged before', async () => {
    const folder = await aFolder()
    const writer = await writerProcess(folder, { mostKilobytes: 600 })

    const { failure, acknowledged } = await writer.refused
    expect(failure).toMatchObject({ name: 'StoreUnavailable', message: expect.stringMatching(/disk/) })
    expect(acknowledged.length).toBeGreaterThan(10)

    const store = await openSqliteStore({ folder })
    const letters = await store.collection(letterSpec)
    for (const id of acknowledged) expect(await letters.get(health, id)).toMatchObject({ id })
    expect(await letters.countBy(health, 'status')).toEqual({ received: acknowledged.length })
    await store.close()
  })

  it('refuses what people write, and leaves nobody waiting, where a backup begins on a store whose thread ended', async () => {
    const ended = () => Promise.reject(new StoreUnavailable('A thread of the store ended. Restart the service.'))
    const writer = writerOn({ ask: ended, close: async () => {}, isClosed: false })
    await expect(writer.hold()).rejects.toThrow('ended')
    await expect(writer.write({ act: 'probe' })).rejects.toThrow('ended')
  })

  it('does not half start on a full disk', async () => {
    const folder = await aFolder()
    const writer = await writerProcess(folder, { mostKilobytes: 4 })

    const { failure, acknowledged } = await writer.refused
    expect(failure).toMatchObject({ name: 'StoreUnavailable', message: expect.stringMatching(/disk/) })
    expect(acknowledged).toEqual([])
    await (await openSqliteStore({ folder })).close()
  })
})
