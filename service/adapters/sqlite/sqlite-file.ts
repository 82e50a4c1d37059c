import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailable } from '../../storage/collection.ts'
import { type Database, openDatabase } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'

/** "Adua" in ASCII marks the file as ours. */
const APPLICATION = 0x41647561
/** The layout of this program's tables. A file with a higher one was written by a newer program. */
const LAYOUT = 1
/** A full check reads every page, so only a file of fewer bytes gets one. */
const CHECKED_AT_ONCE = 8_000_000

/** It holds nothing: the process that has a transaction open in it owns the folder, and the system ends that with it. */
export const STORE_LOCK = 'aduan.lock'

export const storeFileIn = (folder: string): string => join(folder, 'aduan.db')

export interface StoreFile {
  readonly database: Database
  release(): void
}

/** Opens the folder's store file for this process alone, or refuses with a sentence and releases it. */
export async function openStoreFile(folder: string): Promise<StoreFile> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StoreUnavailable(`The data folder ${folder} cannot be made or opened.`, { cause })
  }
  const path = storeFileIn(folder)
  const opened: Database[] = []
  const open = async (file: string): Promise<Database> => {
    const database = await openDatabase(file)
    opened.unshift(database)
    return database
  }
  const close = () => {
    for (const one of opened) one.close()
  }
  try {
    const lock = await open(join(folder, STORE_LOCK))
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    const database = await open(path)
    refuseForeignFile(database, path)
    await recover(database, path)
    database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${LAYOUT};
      CREATE TABLE IF NOT EXISTS "aduan_collection" ("name" TEXT PRIMARY KEY, "shape" TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS "aduan_upgrade" ("name" TEXT PRIMARY KEY, "after" INTEGER NOT NULL,
        "until" INTEGER NOT NULL, "plan" TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS "aduan_probe" ("one" INTEGER PRIMARY KEY, "writes" INTEGER NOT NULL)`)
    return {
      database,
      release() {
        // The file of a closed store needs no journal: a copy of it is whole.
        emptyJournal(database)
        close()
      },
    }
  } catch (error) {
    close()
    const refused = unavailable(error)
    if (refused) refused.message = `${path}: ${refused.message}`
    throw refused ?? error
  }
}

/** It fails if an older version of the service, which locked the file itself, has it open. */
async function recover(database: Database, path: string): Promise<void> {
  database.exec(`PRAGMA busy_timeout = 0; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA secure_delete = ON; BEGIN IMMEDIATE; COMMIT`)
  await refuseDamage(database, path, emptyJournal(database))
  database.exec('PRAGMA busy_timeout = 10000')
}

/** @returns whether the file now has everything: who copies it at the same time may keep the journal */
function emptyJournal(database: Database): boolean {
  try {
    const done = database
      .prepare<{ readonly log: number; readonly checkpointed: number }>('PRAGMA wal_checkpoint(TRUNCATE)')
      .get()
    return done?.log === done?.checkpointed
  } catch (error) {
    // On a full disk the journal still has everything.
    if (!unavailable(error)) throw error
    return false
  }
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

/** Detects a truncated file, which a disk crash usually leaves. */
async function refuseDamage(database: Database, path: string, hasEverything: boolean): Promise<void> {
  const { size } = await stat(path)
  const isShort = hasEverything && size < pragmaNumber(database, 'page_count') * pragmaNumber(database, 'page_size')
  const isDamaged = size <= CHECKED_AT_ONCE && !isSound(database)
  if (isShort || isDamaged) {
    throw new StoreUnavailable(`${path} is damaged. Keep a copy of it, and restore the last backup.`)
  }
}

const isSound = (database: Database): boolean => pragma(database, 'quick_check(1)') === 'ok'

const pragmaNumber = (database: Database, name: string): number => Number(pragma(database, name))

function pragma(database: Database, name: string): unknown {
  const [value] = Object.values(database.prepare<Readonly<Record<string, unknown>>>(`PRAGMA ${name}`).get() ?? {})
  return value
}
