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
  /** The row's type is declared beside the statement that selects it. */
  prepare<Row = unknown>(sql: string): Statement<Row>
  close(): void
}

/** Uses the SQLite that is built into Node, or else the package's own. */
export async function openDatabase(path: string): Promise<Database> {
  const DatabaseSync = (await builtInSqlite()) ?? (await import('@photostructure/sqlite')).DatabaseSync
  return new DatabaseSync(path)
}

async function builtInSqlite(): Promise<(new (path: string) => Database) | null> {
  try {
    const { DatabaseSync } = await import('node:sqlite')
    const memory = new DatabaseSync(':memory:')
    const canSearch = memory.prepare(`SELECT sqlite_compileoption_used('ENABLE_FTS5') AS fts5`).get()
    memory.close()
    return canSearch?.fts5 === 1 ? (DatabaseSync as new (path: string) => Database) : null
  } catch {
    return null
  }
}
