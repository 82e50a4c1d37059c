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
