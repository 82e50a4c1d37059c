import type { Store } from '../../storage/collection.ts'
import { checkSpec } from '../../storage/spec-shape.ts'
import { groupCommit } from './group-commit.ts'
import { sqliteCollection } from './sqlite-collection.ts'
import { unavailable } from './sqlite-errors.ts'
import { emptyJournal, openStoreFile, probe } from './sqlite-file.ts'
import { preparedOnce } from './sqlite-statements.ts'
import { bringUp, type Log } from './sqlite-upgrade.ts'

/**
 * Opens the embedded store: one file, `aduan.db`, in the folder, for this process alone.
 * @throws StoreUnavailable when another process has it, the disk is full, or the file is damaged, foreign or newer.
 */
export async function openSqliteStore({ folder, log = () => {} }: { folder: string; log?: Log }): Promise<Store> {
  const { database, toDisk, letGo } = await openStoreFile(folder)
  const prepare = preparedOnce(database)
  const commits = groupCommit(database, toDisk)
  let isOpen = true

  function translate<T>(act: () => T): T {
    try {
      return act()
    } catch (error) {
      throw unavailable(error) ?? error
    }
  }

  return {
    collection: async (spec) =>
      translate(() => {
        checkSpec(spec)
        bringUp(database, spec, log)
        return sqliteCollection(spec, prepare, commits)
      }),

    check: () => commits.run(() => probe(database)),

    purge: async () => translate(() => emptyJournal(database)),

    async close() {
      if (!isOpen) return
      isOpen = false
      await commits.finish()
      await letGo()
    },
  }
}
