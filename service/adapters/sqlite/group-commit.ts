import { StoreUnavailable } from '../../storage/collection.ts'
import type { Database } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'
import { rollBack } from './sqlite-rollback.ts'

/** Puts off a change until all writes of the commit are made. */
export type Afterwards = (change: () => void) => void

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
  function attempt({ write, resolve, reject }: Waiting, changes: (() => void)[]): () => void {
    const own: (() => void)[] = []
    savepoint.run()
    try {
      const result = write((change) => own.push(change))
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
      const changes: (() => void)[] = []
      const settlements = batch.map((one) => attempt(one, changes))
      for (const change of changes) change()
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
