import { StoreUnavailable } from '../../storage/collection.ts'
import { openDatabase } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'
import { tableOf } from './sqlite-schema.ts'

export interface Snapshot {
  readonly collections: readonly string[]
  count(collection: string): number
  /** Every document, in no order. */
  documents(collection: string): Iterable<unknown>
  close(): void
}

/** Checks whether a copy is sound, and leaves it as one file without a journal. @throws StoreUnavailable */
export async function openSnapshot(path: string): Promise<Snapshot> {
  const database = await openDatabase(path)
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA cache_size = -64000')
    const sound = database.prepare<{ readonly quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check
    if (sound !== 'ok') throw new StoreUnavailable(`${path} is damaged: ${sound}`)
    const found = database
      .prepare<{ readonly name: string }>('SELECT "name" FROM "aduan_collection" ORDER BY "name"')
      .all()
    return {
      collections: found.map(({ name }) => name),
      count(collection) {
        const sql = `SELECT count(*) AS "documents" FROM ${tableOf(collection)}`
        return database.prepare<{ readonly documents: number }>(sql).get()?.documents ?? 0
      },
      *documents(collection) {
        const bodies = database
          .prepare<{ readonly body: string }>(`SELECT "body" FROM ${tableOf(collection)}`)
          .iterate()
        for (const { body } of bodies) yield JSON.parse(body)
      },
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw unavailable(error) ?? error
  }
}
