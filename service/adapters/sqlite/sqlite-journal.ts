import { fdatasyncSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { StoreUnavailable } from '../../storage/collection.ts'
import type { Database } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'

/** In pages, when SQLite copies by itself: after writes beside the commits, such as a rebuilt index. */
const COPIED_BY_ITSELF = 16_000

/** In bytes, after a copy, so that a rebuilt table is not copied while people file. */
const LARGEST = 64_000_000

/** What was committed and is not in the store's file yet. The disk confirms both beside the process's other work. */
export interface Journal {
  /** Resolves when the disk has all earlier commits. */
  toDisk(): Promise<void>
  /**
   * Copies the journal into the file once the disk has it, and resolves when the disk has the file as well. Until
   * then nothing may be committed, because the next commit restarts the journal.
   */
  copy(): Promise<void>
  /** Called before writes beside the commits, which neither wait for a copy nor have the disk confirm it. */
  beside(): void
  /** Deleted content is overwritten in the file at once; the journal holds it until it is emptied. */
  empty(): void
  /** From now on all writes stay in the journal, and the file itself holds all earlier ones. */
  keepStill(): void
  /** The journal goes into the file again, with one of the next writes. */
  letMove(): void
  /** Call it only once the file is closed, because closing it here drops the lock. */
  close(): Promise<void>
}

/**
 * From here on a commit only writes the journal. SQLite itself would block everybody while the disk confirms each
 * copy.
 */
export async function openJournal(database: Database, path: string): Promise<Journal> {
  const journal = await open(`${path}-wal`, 'r+')
  const file = await open(path, 'r+')
  let isStill = false
  let isUnconfirmed = false
  let isMore = false
  const copiedByItself = (pages: number) => database.exec(`PRAGMA wal_autocheckpoint = ${pages}`)
  database.exec(`PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = ${LARGEST}`)
  copiedByItself(COPIED_BY_ITSELF)

  /** Has the disk confirm a copy at once, for callers that cannot wait. */
  function settle(): void {
    if (!isUnconfirmed) return
    fdatasyncSync(file.fd)
    isUnconfirmed = false
  }

  return {
    toDisk: () => journal.datasync(),

    async copy() {
      do {
        isMore = false
        await journal.datasync()
      } while (isMore)
      if (isStill) return
      isUnconfirmed = true
      try {
        database.exec('PRAGMA synchronous = OFF; PRAGMA wal_checkpoint(PASSIVE)')
      } catch (error) {
        // On a full disk the journal still has everything, and is copied when there is room.
        if (!unavailable(error)) throw error
      } finally {
        database.exec('PRAGMA synchronous = NORMAL')
      }
      await file.datasync()
      isUnconfirmed = false
    },

    beside() {
      settle()
      isMore = true
    },

    empty() {
      settle()
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },

    keepStill() {
      settle()
      copiedByItself(0)
      const done = database.prepare<{ readonly busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get()
      if (done?.busy !== 0) {
        copiedByItself(COPIED_BY_ITSELF)
        throw new StoreUnavailable('The store’s journal could not be emptied.')
      }
      isStill = true
    },

    letMove() {
      copiedByItself(COPIED_BY_ITSELF)
      isStill = false
    },

    async close() {
      await journal.close()
      await file.close()
    },
  }
}
