import { type Store, StoreUnavailable } from '../../storage/collection.ts'
import { checkSpec } from '../../storage/spec-shape.ts'
import { groupCommit } from './group-commit.ts'
import { sqliteCollection } from './sqlite-collection.ts'
import { unavailable } from './sqlite-errors.ts'
import { openStoreFile, probe, storeFileIn } from './sqlite-file.ts'
import { preparedOnce } from './sqlite-statements.ts'
import { bringUp, type Log } from './sqlite-upgrade.ts'

/** Another process can copy the store's file while it is paused. */
export interface EmbeddedStore extends Store {
  readonly file: string
  /**
   * Until it is released the file holds exactly the writes so far; it must not take long, because the journal grows.
   * @throws StoreUnavailable if it is paused already
   */
  standStill(): { release(): void }
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
  const { database, journal, releaseFile } = await openStoreFile(folder)
  const prepare = preparedOnce(database)
  const commits = groupCommit(database, journal)
  let isOpen = true
  let moving: { readonly again: Promise<void> } | null = null

  function translate<T>(act: () => T): T {
    try {
      return act()
    } catch (error) {
      throw unavailable(error) ?? error
    }
  }

  return {
    file: storeFileIn(folder),

    standStill() {
      if (moving) throw new StoreUnavailable('The store is being copied already.')
      translate(journal.keepStill)
      let moves = () => {}
      const mine = {
        again: new Promise<void>((resolve) => {
          moves = resolve
        }),
      }
      moving = mine
      return {
        release() {
          if (moving !== mine) return
          if (isOpen) journal.letMove()
          moving = null
          moves()
        },
      }
    },

    collection: async (spec) =>
      translate(() => {
        checkSpec(spec)
        journal.beside()
        bringUp(database, spec, log)
        return sqliteCollection(spec, prepare, commits)
      }),

    check: () => commits.run(() => probe(database)),

    async purge() {
      while (moving) await moving.again
      translate(journal.empty)
    },

    async close() {
      if (!isOpen) return
      isOpen = false
      await commits.finish()
      await releaseFile()
    },
  }
}
