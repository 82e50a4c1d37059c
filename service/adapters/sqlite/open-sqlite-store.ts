import { chmod, mkdir, open as openFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Store,
  StoreUnavailable,
} from '../../storage/collection.ts'
import { BROUGHT_UP_AT_ONCE, checkSpec, whileDerived } from '../../storage/migrations.ts'
import { numberClaims, sqliteCollection } from './sqlite-collection.ts'
import { copyDatabase, type Database, openDatabase, tableOf } from './sqlite-engine.ts'
import { shapeOfTable, unavailable } from './sqlite-rows.ts'
import { bringUp, type Log, type RunningUpgrade, runUpgrade } from './sqlite-upgrade.ts'
import { storeThread, writerOn } from './writer.ts'

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
      signal.throwIfAborted()
    },

    end: () => database.close(),
  }
}

export interface Snapshot {
  readonly collections: readonly string[]
  count(collection: string): number
  documents(collection: string): Iterable<unknown>
  close(): void
}

/** Checks whether a copy is sound, and leaves it as one file without a journal. */
export async function openSnapshot(path: string): Promise<Snapshot> {
  const database = await openDatabase(path)
  try {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA cache_size = -64000')
    const sound = database.prepare<{ readonly quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check
    if (sound !== 'ok') throw new StoreUnavailable(`${path} is damaged: ${sound}`)
    const found = database
      .prepare<{ readonly name: string }>('SELECT "name" FROM "aduan_collection" ORDER BY "name"')
      .all()
    return {
      collections: found.map(({ name }) => name),
      count(collection) {
        const sql = `SELECT count(*) AS "documents" FROM ${tableOf(collection)}`
        return database.prepare<{ readonly documents: number }>(sql).get()?.documents ?? 0
      },
      *documents(collection) {
        const bodies = database
          .prepare<{ readonly body: string }>(`SELECT "body" FROM ${tableOf(collection)}`)
          .iterate()
        for (const { body } of bodies) yield JSON.parse(body)
      },
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw unavailable(error) ?? error
  }
}

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
    await closeToOthers(join(folder, STORE_LOCK))
    const lock = await open(join(folder, STORE_LOCK))
    lock.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    await closeToOthers(path)
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

/**
 * Other accounts of the machine read no store, also where an earlier version left it open to them. SQLite gives a journal
 * the mode of its file.
 */
async function closeToOthers(path: string): Promise<void> {
  await (await openFile(path, 'a', 0o600)).close()
  // The file of another owner stays as it is.
  for (const file of [path, `${path}-wal`, `${path}-shm`]) await chmod(file, 0o600).catch(() => {})
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

/** Another process may read the store's file at any time, and copy it. */
export interface EmbeddedStore extends Store {
  readonly file: string
  /** Resolves when the file has all writes so far; later ones wait until it is released, so it must not take long. */
  standStill(): Promise<{ release(): void }>
}

export async function openSqliteStore({
  folder,
  log = () => {},
  atOnce = BROUGHT_UP_AT_ONCE,
}: {
  folder: string
  log?: Log
  atOnce?: number
}): Promise<EmbeddedStore> {
  const { database, release } = await openStoreFile(folder)
  const path = storeFileIn(folder)
  const writer = writerOn(storeThread(path, 'writer'))
  const readers = {
    lookups: storeThread(path, 'lookups'),
    lists: storeThread(path, 'lists'),
  }
  const numbers = numberClaims()
  const upgrades = new Map<string, RunningUpgrade>()
  let isOpen = true
  let isStill = false

  /** Tells the writer which rows are older before any other write. */
  function upgradeOf<D extends Kept>(spec: CollectionSpec<D>): RunningUpgrade | null {
    const left = broughtUp(() => bringUp(database, spec, log, atOnce))
    if (!left) return null
    const tell = (what: string) => log(what, { collection: spec.name })
    writer.know(shapeOfTable(spec, left.older ?? undefined))
    const upgrade = runUpgrade(spec, left, {
      ...{ writer, lists: readers.lists },
      onEnd: () => tell('The store’s indexes and the keys of all documents are up to date.'),
      onFault: (cause) => log('An upgrade of the store stopped.', { collection: spec.name, cause }),
    })
    upgrades.set(spec.name, upgrade)
    return upgrade
  }

  return {
    file: path,

    async standStill() {
      if (isStill) throw new StoreUnavailable('The store is being copied already.')
      isStill = true
      await writer.hold().catch((cause: unknown) => {
        isStill = false
        throw cause
      })
      let isReleased = false
      return {
        release() {
          if (isReleased) return
          isReleased = true
          isStill = false
          writer.letGo()
        },
      }
    },

    collection: openedOnce((spec) => {
      checkSpec(spec)
      const upgrade = upgrades.get(spec.name) ?? upgradeOf(spec)
      const collection = sqliteCollection(spec, writer, readers, numbers, upgrade !== null)
      return upgrade ? whileDerived(collection, spec, upgrade.underived) : collection
    }),

    async check() {
      await writer.write({ act: 'probe' })
    },

    purge: writer.purge,

    async close() {
      if (!isOpen) return
      isOpen = false
      await Promise.all([...upgrades.values()].map((upgrade) => upgrade.stop()))
      await Promise.all([writer.close(), readers.lookups.close(), readers.lists.close()])
      release()
    },
  }
}

function broughtUp<T>(bring: () => T): T {
  try {
    return bring()
  } catch (error) {
    throw unavailable(error) ?? error
  }
}

/** Opens a collection once for all who ask for it, because what one of them remembers the others must forget. */
function openedOnce(open: <D extends Kept>(spec: CollectionSpec<D>) => Collection<D>): Store['collection'] {
  const opened = new Map<object, unknown>()
  return async <D extends Kept>(spec: CollectionSpec<D>) => {
    // The same spec has documents of the same type.
    const collection = (opened.get(spec) as Collection<D> | undefined) ?? open(spec)
    opened.set(spec, collection)
    return collection
  }
}
