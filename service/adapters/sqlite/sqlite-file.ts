import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailable } from '../../storage/collection.ts'
import { type Database, openDatabase } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'
import { type Journal, openJournal } from './sqlite-journal.ts'

/** "Adua" in ASCII marks the file as ours. */
const APPLICATION = 0x41647561
/** The layout of this program's tables. A file with a higher one was written by a newer program. */
const LAYOUT = 1
/** A full check reads every page, so only a small file gets one. In bytes. */
const CHECKED_AT_ONCE = 8_000_000

export const storeFileIn = (folder: string): string => join(folder, 'aduan.db')

export interface StoreFile {
  readonly database: Database
  readonly journal: Journal
  releaseFile(): Promise<void>
}

/** Opens the folder's store file for this process alone, or refuses with a sentence and releases it. */
export async function openStoreFile(folder: string): Promise<StoreFile> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StoreUnavailable(`The data folder ${folder} cannot be made or opened.`, { cause })
  }
  const path = storeFileIn(folder)
  const database = await openDatabase(path)
  try {
    refuseForeignFile(database, path)
    lockAndRecover(database)
    await refuseDamage(database, path)
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${LAYOUT};
      CREATE TABLE IF NOT EXISTS "aduan_collection" ("name" TEXT PRIMARY KEY, "shape" TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS "aduan_probe" ("one" INTEGER PRIMARY KEY, "writes" INTEGER NOT NULL)`)
    probe(database)
    const journal = await openJournal(database, path)
    return {
      database,
      journal,
      async releaseFile() {
        letGo(database)
        await journal.close()
      },
    }
  } catch (error) {
    letGo(database)
    const refused = unavailable(error)
    if (refused) refused.message = `${path}: ${refused.message}`
    throw refused ?? error
  }
}

/** A read and a durable write that change nothing else. @throws if either fails */
export function probe(database: Database): void {
  database.exec(`INSERT INTO "aduan_probe" VALUES (1, 1) ON CONFLICT DO UPDATE SET "writes" = "writes" + 1`)
}

/**
 * Statements that are not yet garbage-collected would keep the lock, and the lock can be released only outside of
 * WAL.
 */
export function letGo(database: Database): void {
  try {
    if (isLocked(database)) {
      database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema LIMIT 1')
    }
  } catch {
    // A damaged or foreign file has nothing to release.
  }
  database.close()
}

/** Deleted and replaced content is overwritten, so that a destroyed key does not stay in a free page. */
function lockAndRecover(database: Database): void {
  database.exec(`PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA secure_delete = ON;
    BEGIN IMMEDIATE; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`)
}

function refuseForeignFile(database: Database, path: string): void {
  const isOurs = pragmaNumber(database, 'application_id') === APPLICATION
  const isEmpty = pragmaNumber(database, 'schema_version') === 0
  if (!isOurs && !isEmpty) throw new StoreUnavailable(`${path} belongs to another program. Choose another folder.`)
  if (pragmaNumber(database, 'user_version') > LAYOUT) {
    throw new StoreUnavailable(
      `${path} was written by a newer version of this service. Install that version or a later one.`,
    )
  }
}

/**
 * Detects a truncated file, which a disk crash usually leaves. It never opens the file itself, because that would
 * drop its lock.
 */
async function refuseDamage(database: Database, path: string): Promise<void> {
  const { size } = await stat(path)
  const isShort = size < pragmaNumber(database, 'page_count') * pragmaNumber(database, 'page_size')
  const isDamaged = size <= CHECKED_AT_ONCE && !isSound(database)
  if (isShort || isDamaged) {
    throw new StoreUnavailable(`${path} is damaged. Keep a copy of it, and restore the last backup.`)
  }
}

const isSound = (database: Database): boolean => pragma(database, 'quick_check(1)') === 'ok'

const isLocked = (database: Database): boolean => pragma(database, 'locking_mode') === 'exclusive'

const pragmaNumber = (database: Database, name: string): number => Number(pragma(database, name))

function pragma(database: Database, name: string): unknown {
  const [value] = Object.values(database.prepare<Readonly<Record<string, unknown>>>(`PRAGMA ${name}`).get() ?? {})
  return value
}
