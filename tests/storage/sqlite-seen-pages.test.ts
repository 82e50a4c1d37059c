import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { numberClaims, sqliteCollection } from '../../service/adapters/sqlite/sqlite-collection.ts'
import { type Order, type StoreThread, storeThread, writerOn } from '../../service/adapters/sqlite/writer.ts'
import { aFolderForData } from '../support/a-running-service.ts'
import { aLetter, health, letterSpec } from './conformance/letters.ts'

/** Letters in an embedded store, and what its thread for lists was asked. */
async function letters() {
  const folder = await aFolderForData()
  const store = await openSqliteStore({ folder })
  await store.collection(letterSpec)
  const path = join(folder, 'aduan.db')
  const [writer, lookups, lists] = [
    storeThread(path, 'writer'),
    storeThread(path, 'lookups'),
    storeThread(path, 'lists'),
  ]
  onTestFinished(async () => {
    await Promise.all([writer.close(), lookups.close(), lists.close()])
    await store.close()
  })
  const asked: Order[] = []
  const ask: StoreThread['ask'] = (order) => {
    asked.push(order)
    return lists.ask(order)
  }
  const readers = { lookups, lists: { ask, close: lists.close, isClosed: false } }
  return { asked, kept: sqliteCollection(letterSpec, writerOn(writer), readers, numberClaims()) }
}

it('what waits in a rush is read without a body where this process wrote it', async () => {
  const { asked, kept } = await letters()
  const written = await Promise.all(
    Array.from({ length: 120 }, (_, at) => kept.insert(aLetter({ dueAt: at, body: `surat ${at}` }))),
  )
  const { items } = await kept.findAcrossTenants({ index: 'due', limit: 150 })
  expect(items).toEqual(written)
  expect(asked.flatMap((order) => (order.act === 'page' ? order.columns : [order.act]))).not.toContain('"body"')
  await kept.find(health, { index: 'received', limit: 500 })
  expect(asked.flatMap((order) => (order.act === 'page' ? order.columns : []))).toContain('"body"')
})
