import type { CollectionSpec, Index, Kept, KeyValue } from '../../storage/collection.ts'

export type SqlValue = string | number | null

/** The part of the `node:sqlite` API that is used here; the package brings the same to older Nodes. */
export interface Statement<Row = unknown> {
  run(...values: SqlValue[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint }
  get(...values: SqlValue[]): Row | undefined
  all(...values: SqlValue[]): Row[]
  iterate(...values: SqlValue[]): Iterable<Row>
}

export interface Database {
  exec(sql: string): void
  prepare<Row = unknown>(sql: string): Statement<Row>
  close(): void
}

export type Prepare = <Row = unknown>(sql: string) => Statement<Row>

/** What is read of a row that is written again: its keys beside these. */
export type StoredRow = Readonly<Record<string, SqlValue>> & {
  readonly row: number
  readonly version: number
}

/** How far a copy is. Throwing from it ends the copy. */
type Progress = (pages: { readonly totalPages: number; readonly remainingPages: number }) => void

interface Engine {
  readonly DatabaseSync: new (path: string) => Database
  backup(from: Database, to: string, how: { readonly rate: number; readonly progress: Progress }): Promise<unknown>
}

/** Uses the SQLite that is built into Node, or else the package's own. */
const findEngine = async (): Promise<Engine> => (await builtInSqlite()) ?? (await import('@photostructure/sqlite'))

export async function findOpener(): Promise<(path: string) => Database> {
  const { DatabaseSync } = await findEngine()
  return (path) => new DatabaseSync(path)
}

export const openDatabase = async (path: string): Promise<Database> => (await findOpener())(path)

/** A round copies so many pages. Between two rounds the process does other work. */
const ROUND = 1_000

/** SQLite's own backup: it copies what the connection sees. */
export async function copyDatabase(from: Database, to: string, progress: Progress): Promise<void> {
  const { backup } = await findEngine()
  await backup(from, to, { rate: ROUND, progress })
}

/** Node before 22.16 has it without the backup. */
async function builtInSqlite(): Promise<Engine | null> {
  try {
    const engine = await import('node:sqlite')
    const memory = new engine.DatabaseSync(':memory:')
    const canSearch = memory.prepare(`SELECT sqlite_compileoption_used('ENABLE_FTS5') AS fts5`).get()
    memory.close()
    return canSearch?.fts5 === 1 && 'backup' in engine ? (engine as Engine) : null
  } catch {
    return null
  }
}

const MOST_KEPT = 500

/** Prepares each SQL text once. Texts follow from specs and the shapes of queries, so there are few. */
export function preparedOnce(database: Database): Prepare {
  const statements = new Map<string, Statement>()
  return <Row>(sql: string) => {
    const known = statements.get(sql)
    // The same text selects rows of the same type.
    if (known) return known as Statement<Row>
    if (statements.size >= MOST_KEPT) statements.clear()
    const statement = database.prepare<Row>(sql)
    statements.set(sql, statement)
    return statement
  }
}

/**
 * The package's binding cuts text at NUL, so that two ids could become equal. NUL is written as SOH SOH and SOH as
 * SOH STX: reversible, and it keeps the order.
 */
export function storedValue(value: KeyValue): SqlValue {
  if (typeof value !== 'string' || !(value.includes('\0') || value.includes('\u0001'))) return value
  return value.replaceAll('\u0001', '\u0001\u0002').replaceAll('\0', '\u0001\u0001')
}

export function originalValue<V extends SqlValue>(value: V): V | string {
  if (typeof value !== 'string' || !value.includes('\u0001')) return value
  return value.replaceAll('\u0001\u0001', '\0').replaceAll('\u0001\u0002', '\u0001')
}

/** A key's column has a prefix, so that no key collides with the columns that every table has. */
export const columnOf = (key: string): string => `"k_${key}"`
export const tableOf = (collection: string): string => `"${collection}"`
export const countTableOf = (collection: string): string => `"${collection}_count"`
export const indexName = (collection: string, index: string): string => `${collection}_${index}`

/** A unique index needs no id to make its order total. */
export function indexColumns({ on, unique, acrossTenants, carries = [] }: Index): readonly string[] {
  const keys = on.map(columnOf)
  const carried = carries.map(columnOf)
  if (acrossTenants) return unique ? keys : [...keys, '"id"', '"tenant"', ...carried]
  return unique ? ['"tenant"', ...keys] : ['"tenant"', ...keys, '"id"', ...carried]
}

export function indexStatements<D extends Kept>({ name, indexes }: CollectionSpec<D>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(indexes).map(([declared, index]) => {
      const inSql = indexName(name, declared)
      const columns = indexColumns(index).join(', ')
      const nonNull = index.on.map((key) => `${columnOf(key)} IS NOT NULL`).join(' AND ')
      const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX'
      return [inSql, `CREATE ${kind} "${inSql}" ON ${tableOf(name)} (${columns}) WHERE ${nonNull}`]
    }),
  )
}

/** The body is the last column: reading a key must not walk through a long document. */
export function tableStatements<D extends Kept>({ name, keys }: CollectionSpec<D>): readonly string[] {
  const columns = Object.keys(keys).map((key) => `${columnOf(key)}, `)
  return [
    `CREATE TABLE ${tableOf(name)} ("row" INTEGER PRIMARY KEY, "tenant" TEXT NOT NULL, "id" TEXT NOT NULL,
      "version" INTEGER NOT NULL, ${columns.join('')}"body" TEXT NOT NULL, UNIQUE ("tenant", "id"))`,
    `CREATE TABLE ${countTableOf(name)} ("tenant" TEXT NOT NULL, "key" TEXT NOT NULL, "value" NOT NULL,
      "documents" INTEGER NOT NULL, PRIMARY KEY ("tenant", "key", "value")) WITHOUT ROWID`,
  ]
}
