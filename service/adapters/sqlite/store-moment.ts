import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { copyDatabase, openDatabase } from './sqlite-engine.ts'

/** The store as it was at one moment, whatever is written afterwards. Its journal grows for as long as it is kept. */
export interface StoreMoment {
  /** From now on it sees no later write. */
  begin(): void
  /** @param onShare is given how much of the copy is made, from 0 to 1 */
  copyTo(path: string, signal: AbortSignal, onShare: (share: number) => void): Promise<void>
  end(): void
}

export async function openStoreMoment(file: string): Promise<StoreMoment> {
  const database = await openDatabase(file)
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON')
  return {
    begin: () => database.exec('BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1'),

    async copyTo(path, signal, onShare) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rm(path, { force: true })
      await copyDatabase(database, path, ({ totalPages, remainingPages }) => {
        signal.throwIfAborted()
        onShare(1 - remainingPages / Math.max(1, totalPages))
      })
    },

    end: () => database.close(),
  }
}
