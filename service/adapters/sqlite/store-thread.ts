import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { giveBackAtRest } from '../../shared/memory-at-rest.ts'
import { type Database, findOpener, type Prepare, preparedOnce } from './sqlite-engine.ts'
import { failureOf, type Rows, rowsOf } from './sqlite-rows.ts'
import { commitTogether, inTransaction, isWrite, readPage, readRows } from './sqlite-writes.ts'
import type { Failure, NumberedAnswer, NumberedOrder, Order, ThreadData, WriteOrder } from './writer.ts'

// A program of its own, one run a thread: it has one connection to each store's file, and waits for the disk so that
// the thread that answers people never does.
const { role }: ThreadData = workerData
const openFile = await findOpener()

const settings =
  role === 'writer'
    ? // Deleted and replaced content is overwritten, so that a destroyed key does not stay in a free page.
      `PRAGMA cache_size = -16000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
       PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 64000000`
    : 'PRAGMA cache_size = -8000; PRAGMA query_only = ON'

interface OpenedStore {
  readonly database: Database
  readonly prepare: Prepare
  readonly tables: Map<string, Rows>
}

const stores = new Map<number, OpenedStore | Failure>()

function open(path: string): OpenedStore | Failure {
  try {
    const database = openFile(path)
    database.exec(`PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY; ${settings}`)
    return { database, prepare: preparedOnce(database), tables: new Map() }
  } catch (error) {
    return failureOf(error)
  }
}

type SingleOrder = Exclude<Order, WriteOrder | { readonly act: 'open' }>

function carryOutOrder({ database, prepare, tables }: OpenedStore, order: SingleOrder): unknown {
  switch (order.act) {
    case 'know':
      tables.set(order.table.name, rowsOf(order.table, prepare))
      return null
    case 'select':
      return readRows(prepare, order.selects)
    case 'page':
      return readPage(prepare, order)
    case 'change':
      inTransaction(database, () => {
        for (const statement of order.statements) database.exec(statement)
      })
      return null
    case 'derive':
      inTransaction(database, () => knownRows(tables, order).derive(order.rows))
      return null
    case 'finish':
      return inTransaction(database, () => {
        const isDone = knownRows(tables, order).isFinished()
        if (isDone) for (const statement of order.statements) database.exec(statement)
        return isDone
      })
    case 'purge':
      // A program that copies the file reads it for long, and must not hold up all who write.
      database.exec('PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 10000')
      return null
    case 'close':
      database.close()
      return null
  }
}

function knownRows(tables: ReadonlyMap<string, Rows>, { collection }: { readonly collection: string }): Rows {
  const rows = tables.get(collection)
  if (!rows) throw new TypeError(`The store does not know ${collection}.`)
  return rows
}

function answer(store: OpenedStore, id: number, order: SingleOrder): NumberedAnswer {
  try {
    return [id, carryOutOrder(store, order)]
  } catch (error) {
    return [id, null, failureOf(error)]
  }
}

/** Answers what waits for one store. */
function answerTogether(name: number, orders: readonly NumberedOrder[]): NumberedAnswer[] {
  const done: NumberedAnswer[] = []
  const writes: (readonly [number, WriteOrder])[] = []
  const others: (readonly [number, SingleOrder])[] = []
  for (const [id, order] of orders) {
    if (order.act === 'open') {
      stores.set(name, open(order.path))
      done.push([id, null])
    } else if (isWrite(order)) writes.push([id, order])
    else others.push([id, order])
  }
  const store = stores.get(name)
  if (!store) throw new TypeError('An order came before its store.')
  if (others.some(([, { act }]) => act === 'close')) stores.delete(name)
  if ('kind' in store) return [...done, ...[...writes, ...others].map(([id]) => [id, null, store] as const)]
  const { database, prepare, tables } = store
  // A table is known before its first row comes, and a caller that closes has nothing under way.
  for (const [id, order] of others) if (order.act === 'know') done.push(answer(store, id, order))
  if (writes.length > 0) done.push(...commitTogether(database, prepare, tables, writes))
  for (const [id, order] of others) if (order.act !== 'know') done.push(answer(store, id, order))
  return done
}

giveBackAtRest()

const port = parentPort
port?.on('message', (orders: readonly NumberedOrder[]) => {
  const waiting = new Map<number, NumberedOrder[]>()
  const sort = (more: readonly NumberedOrder[]) => {
    for (const one of more) {
      const [, , store] = one
      const ofStore = waiting.get(store) ?? []
      ofStore.push(one)
      waiting.set(store, ofStore)
    }
  }
  sort(orders)
  for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port)) sort(more.message)
  for (const [store, ofStore] of waiting) port.postMessage(answerTogether(store, ofStore))
})
