import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { shapeOf } from '../../storage/spec-shape.ts'
import { atOnce } from './sqlite-counts.ts'
import type { Database } from './sqlite-engine.ts'
import { rowOf, rowsOf, shapeOfTable } from './sqlite-rows.ts'
import { countTableOf, indexStatements, tableOf, tableStatements } from './sqlite-schema.ts'
import { rollBack } from './sqlite-writes.ts'

export type Log = (message: string, details?: Readonly<Record<string, unknown>>) => void

/** Updates tables and indexes of a collection to its spec, in one transaction. Most starts find nothing to do. */
export function bringUp<D extends Kept>(database: Database, spec: CollectionSpec<D>, log: Log): void {
  const shape = shapeOf(spec)
  if (knownShape(database, spec.name) === shape && hasItsIndexes(database, spec)) return
  database.exec('BEGIN IMMEDIATE')
  try {
    const known = knownShape(database, spec.name)
    if (known === undefined) {
      for (const statement of tableStatements(spec)) database.exec(statement)
    } else if (known !== shape) {
      log('The store’s table is made anew for a changed document.', { collection: spec.name })
      rebuild(database, spec)
    }
    bringUpIndexes(database, spec)
    database.prepare('INSERT OR REPLACE INTO "aduan_collection" VALUES (?, ?)').run(spec.name, shape)
    database.exec('COMMIT')
  } catch (error) {
    rollBack(database)
    throw error
  }
}

function knownShape(database: Database, name: string): string | undefined {
  const known = database
    .prepare<{ readonly shape: string }>('SELECT "shape" FROM "aduan_collection" WHERE "name" = ?')
    .get(name)
  return known?.shape
}

/** Keys and counts follow from the documents, so every document is inserted again. */
function rebuild<D extends Kept>(database: Database, spec: CollectionSpec<D>): void {
  const before = tableOf(`${spec.name}_before`)
  for (const name of existingIndexes(database, spec.name).keys()) database.exec(`DROP INDEX "${name}"`)
  database.exec(`ALTER TABLE ${tableOf(spec.name)} RENAME TO ${before}`)
  database.exec(`DROP TABLE ${countTableOf(spec.name)}`)
  // Earlier versions kept hashes of words in a table of their own.
  database.exec(`DROP TABLE IF EXISTS "${spec.name}_term"`)
  for (const statement of tableStatements(spec)) database.exec(statement)
  const rows = rowsOf(shapeOfTable(spec), (sql) => database.prepare(sql))
  const documents = database.prepare<{ readonly body: string }>(`SELECT "body" FROM ${before} ORDER BY "row"`).iterate()
  for (const { body } of documents) rows.insert(rowOf(spec, JSON.parse(body)), atOnce)
  database.exec(`DROP TABLE ${before}`)
}

function bringUpIndexes<D extends Kept>(database: Database, spec: CollectionSpec<D>): void {
  const wanted = indexStatements(spec)
  const existing = existingIndexes(database, spec.name)
  for (const [name, sql] of existing) if (wanted.get(name) !== sql) database.exec(`DROP INDEX "${name}"`)
  for (const [name, sql] of wanted) if (existing.get(name) !== sql) database.exec(sql)
}

function hasItsIndexes<D extends Kept>(database: Database, spec: CollectionSpec<D>): boolean {
  const wanted = indexStatements(spec)
  const existing = existingIndexes(database, spec.name)
  return existing.size === wanted.size && [...wanted].every(([name, sql]) => existing.get(name) === sql)
}

function existingIndexes(database: Database, collection: string): ReadonlyMap<string, string> {
  const found = database
    .prepare<{ readonly name: string; readonly sql: string }>(
      `SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`,
    )
    .all(collection)
  return new Map(found.map(({ name, sql }) => [name, sql]))
}
