import { fork } from 'node:child_process'
import { join } from 'node:path'
import { openDatabase } from '../../../service/adapters/sqlite/sqlite-engine.ts'
import { firstMessage } from '../first-message.ts'

const LASTS = 1_500

/** Durable commits per second of the store's own library: one small row a transaction, one after the other. */
export async function bareCommits(folder: string): Promise<number> {
  return firstMessage<number>(fork(import.meta.filename, [folder]))
}

async function commitHere(folder: string): Promise<number> {
  const database = await openDatabase(join(folder, `yardstick-${process.pid}.db`))
  database.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE "row" ("id" INTEGER PRIMARY KEY, "text" TEXT NOT NULL)`)
  const insert = database.prepare('INSERT INTO "row" ("text") VALUES (?)')
  const began = performance.now()
  let rows = 0
  while (performance.now() - began < LASTS) insert.run(`row ${rows++}`)
  const seconds = (performance.now() - began) / 1_000
  database.close()
  return rows / seconds
}

if (import.meta.filename === process.argv[1]) process.send?.(await commitHere(process.argv[2] ?? ''))
