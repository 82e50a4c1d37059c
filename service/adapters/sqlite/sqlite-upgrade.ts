import { setTimeout } from 'node:timers/promises'
import { type CollectionSpec, type Kept, StoreUnavailable } from '../../storage/collection.ts'
import { shapeOf, TRIED_AGAIN_AFTER, type Underived } from '../../storage/migrations.ts'
import { columnOf, countTableOf, type Database, indexStatements, tableOf, tableStatements } from './sqlite-engine.ts'
import { atOnce, keysOfRow, rowOf, rowsOf, shapeOfTable } from './sqlite-rows.ts'
import { inTransaction } from './sqlite-writes.ts'
import type { FoundRow, OlderRows, StoreThread, Writer } from './writer.ts'

/** What is left of an upgrade when the collection is used already. */
export interface Upgrade {
  readonly older: BegunUpgrade | null
  /** In their order; a `name` is that of the declared index that is made. */
  readonly indexes: readonly { readonly name: string | null; readonly statement: string }[]
}

export interface BegunUpgrade extends OlderRows {
  readonly keys: readonly string[]
}

type Plan = Pick<BegunUpgrade, 'keys' | 'uncounted' | 'forgotten'>

/** Another version of the program takes a table of this shape for one that must be made anew. */
export const unfinishedShape = (shape: string): string => `unfinished ${shape}`

export function begunUpgrade(database: Database, name: string): BegunUpgrade | null {
  const found = database
    .prepare<{ readonly after: number; readonly until: number; readonly plan: string }>(
      'SELECT "after", "until", "plan" FROM "aduan_upgrade" WHERE "name" = ?',
    )
    .get(name)
  if (!found) return null
  const plan: Plan = JSON.parse(found.plan)
  return { after: found.after, until: found.until, ...plan }
}

/** Adds columns for the keys that are new, in no time, and notes which rows do not have them. */
export function beginUpgrade<D extends Kept>(
  database: Database,
  { name, keys, counted = [] }: CollectionSpec<D>,
  known: string,
): BegunUpgrade {
  const before = declaredBefore(database, name, known)
  const columns = columnsOf(database, name).flatMap((column) => (column.startsWith('k_') ? column.slice(2) : []))
  const declared = Object.keys(keys)
  for (const key of declared) {
    if (!columns.includes(key)) database.exec(`ALTER TABLE ${tableOf(name)} ADD COLUMN ${columnOf(key)}`)
  }
  const missing = declared.filter((key) => !before.keys.includes(key) || !columns.includes(key))
  const plan: Plan = {
    keys: missing,
    uncounted: counted.filter((key) => !before.counted.includes(key) || missing.includes(key)),
    forgotten: columns.filter((key) => !declared.includes(key)),
  }
  const stay = counted.filter((key) => !plan.uncounted.includes(key))
  const kept = stay.map(() => '?').join(', ')
  database.prepare(`DELETE FROM ${countTableOf(name)} WHERE "key" NOT IN (${kept})`).run(...stay)
  // Earlier versions kept hashes of words in a table of their own.
  database.exec(`DROP TABLE IF EXISTS "${name}_term"`)
  const sql = `SELECT max("row") AS "until" FROM ${tableOf(name)}`
  const until = database.prepare<{ readonly until: number }>(sql).get()?.until ?? 0
  database
    .prepare('INSERT OR REPLACE INTO "aduan_upgrade" VALUES (?, ?, ?, ?)')
    .run(name, 0, until, JSON.stringify(plan))
  return { after: 0, until, ...plan }
}

/** What all rows have. An upgrade that was not finished left some of them without. */
function declaredBefore(database: Database, name: string, known: string) {
  const begun = known.startsWith(unfinishedShape('')) ? begunUpgrade(database, name) : null
  const { keys, counted } = readShape(begun ? known.slice(unfinishedShape('').length) : known)
  return {
    keys: keys.filter((key) => !begun?.keys.includes(key)),
    counted: counted.filter((key) => !begun?.uncounted.includes(key)),
  }
}

/** The shape of another version. Where it cannot be read, everything is derived anew. */
function readShape(shape: string): { readonly keys: readonly string[]; readonly counted: readonly string[] } {
  try {
    const { keys, counted }: { readonly keys?: unknown; readonly counted?: unknown } = JSON.parse(shape)
    return { keys: namesIn(keys), counted: namesIn(counted) }
  } catch {
    return { keys: [], counted: [] }
  }
}

const namesIn = (listed: unknown): readonly string[] => (Array.isArray(listed) ? listed.map(String) : [])

export function columnsOf(database: Database, name: string): readonly string[] {
  const sql = 'SELECT "name" FROM pragma_table_info(?)'
  return database
    .prepare<{ readonly name: string }>(sql)
    .all(name)
    .map((column) => column.name)
}

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

/** Others write between two batches, and wait no longer than one takes. */
const BATCH = 100

export interface RunningUpgrade {
  readonly underived: Underived
  /** Resolves once it has stopped; a later start goes on from there. */
  stop(): Promise<void>
}

interface UpgradeParts {
  readonly writer: Writer
  readonly lists: StoreThread
  readonly onEnd: () => void
  readonly onFault: (cause: unknown) => void
}

/** Makes what is missing step by step while the collection is used. Each step is whole, so it can be killed anywhere. */
export function runUpgrade<D extends Kept>(
  spec: CollectionSpec<D>,
  { older, indexes }: Upgrade,
  { writer, lists, onEnd, onFault }: UpgradeParts,
): RunningUpgrade {
  const missing = new Set(indexes.flatMap(({ name }) => name ?? []))
  const keys = new Set(older?.keys)
  const counted = new Set(older?.uncounted)
  const stopping = new AbortController()
  const { signal } = stopping

  const left = [...indexes]
  let after = older?.after ?? 0

  async function makeIndexes(): Promise<void> {
    for (let [next] = left; next && !signal.aborted; [next] = left) {
      await writer.write({ act: 'change', statements: [next.statement] })
      if (next.name !== null) missing.delete(next.name)
      left.shift()
    }
  }

  async function deriveKeys(): Promise<void> {
    if (!older) return
    const sql = `SELECT "row", "id", "version", "body" FROM ${tableOf(spec.name)}
      WHERE "row" > ? AND "row" <= ? ORDER BY "row" LIMIT ${BATCH}`
    while (!signal.aborted) {
      const [found = []] = await lists.ask({ act: 'select', selects: [{ sql, values: [after, older.until] }] })
      if (found.length === 0 && (await finish())) return
      const rows = found.map((one) => derivedRow(spec, one))
      if (rows.length > 0) await writer.write({ act: 'derive', collection: spec.name, rows })
      after = rows.at(-1)?.row ?? after
    }
  }

  /** A row that was deleted may have left its number to a new one meanwhile. */
  async function finish(): Promise<boolean> {
    const isDone = await writer.write({ act: 'finish', collection: spec.name, statements: lastStatements(spec) })
    if (isDone) {
      keys.clear()
      counted.clear()
    }
    return isDone
  }

  async function untilDone(): Promise<void> {
    while (!signal.aborted) {
      try {
        await makeIndexes()
        await deriveKeys()
        if (!signal.aborted) onEnd()
        return
      } catch (cause) {
        if (signal.aborted) return
        onFault(cause)
        // Documents that break a unique index will not be others by waiting.
        if (!(cause instanceof StoreUnavailable)) return
        await setTimeout(TRIED_AGAIN_AFTER, undefined, { ref: false, signal }).catch(() => {})
      }
    }
  }

  const running = untilDone()

  return {
    underived: { keys, indexes: missing, counted },
    stop() {
      stopping.abort()
      return running
    },
  }
}

function lastStatements<D extends Kept>(spec: CollectionSpec<D>): readonly string[] {
  const name = quoted(spec.name)
  return [
    `UPDATE "aduan_collection" SET "shape" = ${quoted(shapeOf(spec))} WHERE "name" = ${name}`,
    `DELETE FROM "aduan_upgrade" WHERE "name" = ${name}`,
  ]
}

const derivedRow = <D extends Kept>(spec: CollectionSpec<D>, { row, id = null, version, body }: FoundRow) => ({
  ...{ row: Number(row), id, version: Number(version) },
  keys: keysOfRow(spec, JSON.parse(String(body))),
})

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
