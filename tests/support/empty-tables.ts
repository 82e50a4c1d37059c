import { existsSync, readdirSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { storeFileIn } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { findOpener } from '../../service/adapters/sqlite/sqlite-engine.ts'

let kept: Uint8Array | undefined

/**
 * Keeps the tables of an open store, without what lies in them, for the empty stores that this process opens later.
 * Making hundreds of tables and indexes anew takes half of the time in which a service starts; the tests of the store
 * make theirs themselves.
 */
export async function keepTables(folder: string): Promise<void> {
  if (kept || !existsSync(storeFileIn(folder))) return
  const file = `${storeFileIn(folder)}-tables`
  const open = await findOpener()
  const store = open(storeFileIn(folder))
  store.exec(`VACUUM INTO '${file}'`)
  store.close()
  const tables = open(file)
  const named = `SELECT "name" FROM sqlite_schema WHERE "type" = 'table' AND "name" <> 'aduan_collection'`
  for (const { name } of tables.prepare<{ readonly name: string }>(named).all()) tables.exec(`DELETE FROM "${name}"`)
  tables.exec('VACUUM')
  tables.close()
  kept = await readFile(file)
  await rm(file)
}

/** Lays the kept tables into a folder in which nothing lies yet. */
export async function layTables(folder: string): Promise<void> {
  if (!kept || !existsSync(folder) || readdirSync(folder).length > 0) return
  await writeFile(storeFileIn(folder), kept)
}
