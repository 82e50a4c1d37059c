import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { writerOn } from '../../service/adapters/sqlite/writer.ts'
import { StoreUnavailable } from '../../service/storage/collection.ts'
import { aFolder } from '../support/a-folder.ts'
import { writerProcess } from '../support/writer-process.ts'
import { health, letterSpec } from './conformance/letters.ts'

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
