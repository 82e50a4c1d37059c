import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { shapeOf } from '../../storage/migrations.ts'
import { beginUpgrade, begunUpgrade, columnsOf, type Upgrade, unfinishedShape } from './begin-upgrade.ts'
import { atOnce } from './sqlite-counts.ts'
import type { Database } from './sqlite-engine.ts'
import { rowOf, rowsOf, shapeOfTable } from './sqlite-rows.ts'
import { countTableOf, indexStatements, tableOf, tableStatements } from './sqlite-schema.ts'
import { inTransaction } from './sqlite-writes.ts'

export type Log = (message: string, details?: Readonly<Record<string, unknown>>) => void

/**
 * Updates tables and indexes of a collection to its spec, in one transaction. Most starts find nothing to do.
 * @param atOnce of so many documents all are brought up
 * @returns what is left to do while the collection is used, because it has many documents; `null` if nothing is
 */
export function bringUp<D extends Kept>(
  database: Database,
  spec: CollectionSpec<D>,
  log: Log,
  atOnce: number,
): Upgrade | null {
  const shape = shapeOf(spec)
  if (knownShape(database, spec.name) === shape && hasItsIndexes(database, spec)) return null
  return inTransaction(database, () => {
    const left = bringTableUp(database, spec, log, atOnce)
    const known = left?.older ? unfinishedShape(shape) : shape
    database.prepare('INSERT OR REPLACE INTO "aduan_collection" VALUES (?, ?)').run(spec.name, known)
    return left
  })
}

function bringTableUp<D extends Kept>(
  database: Database,
  spec: CollectionSpec<D>,
  log: Log,
  atOnce: number,
): Upgrade | null {
  const shape = shapeOf(spec)
  const known = knownShape(database, spec.name)
  if (known === undefined) {
    for (const statement of tableStatements(spec)) database.exec(statement)
  } else if (isLarge(database, spec.name, atOnce) && columnsOf(database, spec.name).includes('version')) {
    const begun = known === unfinishedShape(shape) ? begunUpgrade(database, spec.name) : null
    const older = known === shape ? null : (begun ?? beginUpgrade(database, spec, known))
    log('Indexes and keys of documents are brought up while they are used.', { collection: spec.name })
    return { older, indexes: indexChanges(database, spec) }
  } else if (known !== shape) {
    log('The store’s table is made anew for a changed document.', { collection: spec.name })
    rebuild(database, spec)
  }
  for (const { statement } of indexChanges(database, spec)) database.exec(statement)
  return null
}

function isLarge(database: Database, name: string, atOnce: number): boolean {
  const sql = `SELECT count(*) AS "rows" FROM (SELECT 1 FROM ${tableOf(name)} LIMIT ${atOnce + 1})`
  return (database.prepare<{ readonly rows: number }>(sql).get()?.rows ?? 0) > atOnce
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
  database.prepare('DELETE FROM "aduan_upgrade" WHERE "name" = ?').run(spec.name)
}

/** Indexes of an earlier spec go first, then the missing ones are made, those first that keep values unique. */
function indexChanges<D extends Kept>(database: Database, spec: CollectionSpec<D>): Upgrade['indexes'] {
  const wanted = indexStatements(spec)
  const existing = existingIndexes(database, spec.name)
  const superseded = [...existing].filter(([name, sql]) => wanted.get(name) !== sql)
  const missing = [...wanted].filter(([name, sql]) => existing.get(name) !== sql)
  const isUnique = ([, sql]: readonly [string, string]) => Number(sql.startsWith('CREATE UNIQUE'))
  return [
    ...superseded.map(([name]) => ({ name: null, statement: `DROP INDEX "${name}"` })),
    ...missing
      .sort((one, other) => isUnique(other) - isUnique(one))
      .map(([name, statement]) => ({ name: name.slice(spec.name.length + 1), statement })),
  ]
}

const hasItsIndexes = <D extends Kept>(database: Database, spec: CollectionSpec<D>): boolean =>
  indexChanges(database, spec).length === 0

function existingIndexes(database: Database, collection: string): ReadonlyMap<string, string> {
  const found = database
    .prepare<{ readonly name: string; readonly sql: string }>(
      `SELECT "name", "sql" FROM sqlite_schema WHERE "type" = 'index' AND "tbl_name" = ? AND "sql" IS NOT NULL`,
    )
    .all(collection)
  return new Map(found.map(({ name, sql }) => [name, sql]))
}
