import { StoreUnavailable } from '../../storage/collection.ts'
import type { Database } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'
import { rollBack } from './sqlite-rollback.ts'

/** Puts off a change until all writes of the commit are made; the changes are then made in the order of their rows. */
export type Afterwards = (row: number, change: () => void) => void

interface Change {
  readonly row: number
  readonly make: () => void
}

interface Waiting {
  readonly write: (afterwards: Afterwards) => unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Writes that arrive together share one durable commit, because the disk's confirmation is what costs. */
export interface GroupCommit {
  /** Resolves after the commit with what `write` returned. A write that throws is undone alone. */
  run<T>(write: (afterwards: Afterwards) => T): Promise<T>
  /** Commits what waits; whatever comes later is refused. */
  finish(): void
}

export function groupCommit(database: Database): GroupCommit {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const savepoint = database.prepare('SAVEPOINT one')
  const release = database.prepare('RELEASE one')
  const undo = database.prepare('ROLLBACK TO one')
  const commit = database.prepare('COMMIT')
  let waiting: Waiting[] = []
  let finished = false

  /** Answers wait for the commit: until then, each write only says how it would be settled. */
  function attempt({ write, resolve, reject }: Waiting, changes: Change[]): () => void {
    const own: Change[] = []
    savepoint.run()
    try {
      const result = write((row, make) => own.push({ row, make }))
      release.run()
      changes.push(...own)
      return () => resolve(result)
    } catch (error) {
      if (unavailable(error)) throw error
      undo.run()
      release.run()
      return () => reject(error)
    }
  }

  function commitTogether(): void {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    try {
      begin.run()
      const changes: Change[] = []
      const settlements = batch.map((one) => attempt(one, changes))
      changes.sort((one, other) => one.row - other.row)
      for (const { make } of changes) make()
      commit.run()
      for (const settle of settlements) settle()
    } catch (error) {
      rollBack(database)
      for (const { reject } of batch) reject(unavailable(error) ?? error)
    }
  }

  return {
    run<T>(write: (afterwards: Afterwards) => T): Promise<T> {
      if (finished) return Promise.reject(new StoreUnavailable('The store is closed.'))
      return new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(commitTogether)
        waiting.push({ write, resolve: (result) => resolve(result as T), reject })
      })
    },
    finish() {
      finished = true
      commitTogether()
    },
  }
}
