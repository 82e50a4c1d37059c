import { fdatasyncSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { StoreUnavailable } from '../../storage/collection.ts'
import type { Database } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'

/** In pages, when SQLite copies by itself: after what is written beside the commits, such as an index made anew. */
const COPIED_BY_ITSELF = 16_000

/** In bytes, once it was copied: what a table made anew leaves is not copied under people who file. */
const LARGEST = 64_000_000

/** What was committed and is not in the store's file yet. The disk confirms both beside the process's other work. */
export interface Journal {
  /** Resolves when the disk has all that was committed before. */
  toDisk(): Promise<void>
  /**
   * Copies the journal into the file once the disk has it, and resolves when the disk has the file as well. Until then
   * nothing may be committed: the next commit begins the journal anew.
   */
  copy(): Promise<void>
  /** Said before something is written beside the commits, which neither waits for a copy nor has the disk confirm it. */
  beside(): void
  /** Deleted content is overwritten in the file at once; the journal holds it until it is emptied. */
  empty(): void
  /** From now on whatever is written stays in the journal, and the file itself holds all that was written before. */
  keepStill(): void
  /** The journal goes into the file again, with one of the next writes. */
  letMove(): void
  /** Only once the file is closed: to close it here as well drops its lock. */
  close(): Promise<void>
}

/**
 * From here on a commit only writes the journal. SQLite itself would wait for the disk with each copy, and everybody
 * with it.
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

  /** Has the disk confirm a copy at once, for what cannot wait. */
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
        // A full disk: the journal has everything still, and is copied when there is room.
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
      const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { readonly busy: number }
      if (busy !== 0) {
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
