import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { openDatabase } from './sqlite-engine.ts'
import { failureOf } from './sqlite-errors.ts'
import { readPage, readRows } from './sqlite-read-rows.ts'
import { type Rows, rowsOf } from './sqlite-rows.ts'
import { preparedOnce } from './sqlite-statements.ts'
import { commitTogether, isWrite } from './sqlite-writes.ts'
import type { NumberedAnswer, NumberedOrder, Order, ThreadData, WriteOrder } from './thread-orders.ts'

// A program of its own, one run a thread: it has one connection to the store's file, and waits for the disk so that
// the thread that answers people never does.
const { path, role }: ThreadData = workerData
const database = await openDatabase(path)
database.exec(
  `PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY; ${
    role === 'reader'
      ? 'PRAGMA cache_size = -8000; PRAGMA query_only = ON'
      : // Deleted and replaced content is overwritten, so that a destroyed key does not stay in a free page.
        `PRAGMA cache_size = -16000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
       PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 64000000`
  }`,
)
const prepare = preparedOnce(database)
const tables = new Map<string, Rows>()

function obey(order: Exclude<Order, WriteOrder>): unknown {
  switch (order.act) {
    case 'know':
      tables.set(order.table.name, rowsOf(order.table, prepare))
      return null
    case 'select':
      return readRows(prepare, order.selects)
    case 'page':
      return readPage(prepare, order)
    case 'purge':
      // A program that copies the file reads it for long, and must not hold up all who write.
      database.exec('PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 10000')
      return null
    case 'close':
      database.close()
      return null
  }
}

function answer([id, order]: readonly [number, Exclude<Order, WriteOrder>]): NumberedAnswer {
  try {
    return [id, obey(order)]
  } catch (error) {
    return [id, null, failureOf(error)]
  }
}

const port = parentPort
port?.on('message', (orders: readonly NumberedOrder[]) => {
  const waiting = [...orders]
  for (let more = receiveMessageOnPort(port); more; more = receiveMessageOnPort(port)) waiting.push(...more.message)
  const writes: (readonly [number, WriteOrder])[] = []
  const others: (readonly [number, Exclude<Order, WriteOrder>])[] = []
  for (const [id, order] of waiting) {
    if (isWrite(order)) writes.push([id, order])
    else others.push([id, order])
  }
  // A table is known before its first row comes, and a caller that closes has nothing under way.
  const known = others.filter(([, { act }]) => act === 'know').map(answer)
  const written = writes.length > 0 ? commitTogether(database, prepare, tables, writes) : []
  port.postMessage([...known, ...written, ...others.filter(([, { act }]) => act !== 'know').map(answer)])
})
