import type { Database } from './sqlite-engine.ts'

/** Undoes the open transaction, unless a full disk has made SQLite do that by itself. */
export function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // No transaction is left, as intended; the caller reports the error that led here.
  }
}
