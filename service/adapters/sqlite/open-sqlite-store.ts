import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Store,
  StoreUnavailable,
} from '../../storage/collection.ts'
import { BROUGHT_UP_AT_ONCE, checkSpec, whileDerived } from '../../storage/migrations.ts'
import { type RunningUpgrade, runUpgrade } from './finish-upgrade.ts'
import { numberClaims } from './number-claims.ts'
import { sqliteCollection } from './sqlite-collection.ts'
import { unavailable } from './sqlite-errors.ts'
import { openStoreFile, storeFileIn } from './sqlite-file.ts'
import { shapeOfTable } from './sqlite-rows.ts'
import { storeThread } from './sqlite-thread.ts'
import { bringUp, type Log } from './sqlite-upgrade.ts'
import { writerOn } from './writer.ts'

/** Another process may read the store's file at any time, and copy it. */
export interface EmbeddedStore extends Store {
  readonly file: string
  /**
   * Resolves when the file has all writes so far; later ones wait until it is released, so it must not take long.
   * @throws StoreUnavailable if it is paused already
   */
  standStill(): Promise<{ release(): void }>
}

/**
 * Opens the embedded store: one file, `aduan.db`, in the folder, for this process alone.
 * @throws StoreUnavailable if another process has it, the disk is full, or the file is damaged, foreign or newer.
 */
export async function openSqliteStore({
  folder,
  log = () => {},
  atOnce = BROUGHT_UP_AT_ONCE,
}: {
  folder: string
  log?: Log
  /** A collection with no more documents than this is brought up before it is used. */
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
