import { type Store, StoreUnavailable } from '../../storage/collection.ts'
import { checkSpec } from '../../storage/spec-shape.ts'
import { numberClaims } from './number-claims.ts'
import { sqliteCollection } from './sqlite-collection.ts'
import { unavailable } from './sqlite-errors.ts'
import { openStoreFile, storeFileIn } from './sqlite-file.ts'
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
}: {
  folder: string
  log?: Log
}): Promise<EmbeddedStore> {
  const { database, release } = await openStoreFile(folder)
  const path = storeFileIn(folder)
  const writer = writerOn(storeThread(path, 'writer'))
  const readers = {
    lookups: storeThread(path, 'lookups'),
    lists: storeThread(path, 'lists'),
  }
  const numbers = numberClaims()
  let isOpen = true
  let isStill = false

  return {
    file: path,

    async standStill() {
      if (isStill) throw new StoreUnavailable('The store is being copied already.')
      isStill = true
      await writer.hold()
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

    async collection(spec) {
      checkSpec(spec)
      try {
        bringUp(database, spec, log)
      } catch (error) {
        throw unavailable(error) ?? error
      }
      return sqliteCollection(spec, writer, readers, numbers)
    },

    async check() {
      await writer.write({ act: 'probe' })
    },

    purge: writer.purge,

    async close() {
      if (!isOpen) return
      isOpen = false
      await Promise.all([writer.close(), readers.lookups.close(), readers.lists.close()])
      release()
    },
  }
}
