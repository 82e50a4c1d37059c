import { StoreUnavailable } from '../../storage/collection.ts'
import { type DiskSync, diskSync } from './disk-sync.ts'
import type { Database } from './sqlite-engine.ts'
import { unavailable } from './sqlite-errors.ts'
import type { Journal } from './sqlite-journal.ts'
import { rollBack } from './sqlite-rollback.ts'

/**
 * Defers additions until all writes of the commit are made: additions to the same sum are added up and written once.
 */
export type Afterwards = (sum: string, by: number, write: (by: number) => void) => void

interface Addition {
  readonly sum: string
  readonly by: number
  readonly write: (by: number) => void
}

/** In writes; each changes some four pages of the file. */
const COPIED_EVERY = 1_000

interface Waiting {
  readonly write: (afterwards: Afterwards) => unknown
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Writes that arrive together share one durable commit, because the disk's confirmation is what costs. */
export interface GroupCommit {
  /** Resolves with the result of `write` after the disk has the commit. A write that throws is undone alone. */
  run<T>(write: (afterwards: Afterwards) => T): Promise<T>
  /** Resolves with the result of `read` once the disk has all that it saw. */
  seen<T>(read: () => T): Promise<T>
  /** Commits waiting writes; later ones are refused. */
  finish(): Promise<void>
}

export function groupCommit(database: Database, journal: Pick<Journal, 'toDisk' | 'copy'>): GroupCommit {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const savepoint = database.prepare('SAVEPOINT one')
  const release = database.prepare('RELEASE one')
  const undo = database.prepare('ROLLBACK TO one')
  const commit = database.prepare('COMMIT')
  const disk: DiskSync = diskSync(journal.toDisk)
  let waiting: Waiting[] = []
  let uncopied = 0
  let copying: Promise<void> | null = null
  let finished = false

  /** Answers wait for the disk, so each write returns how to settle it. */
  function attempt({ write, resolve, reject }: Waiting, additions: Addition[]): () => void {
    const own: Addition[] = []
    savepoint.run()
    try {
      const result = write((sum, by, write) => own.push({ sum, by, write }))
      release.run()
      additions.push(...own)
      return () => resolve(result)
    } catch (error) {
      if (unavailable(error)) throw error
      undo.run()
      release.run()
      return () => reject(error)
    }
  }

  function commitTogether(): void {
    if (copying) return
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    const rejectAll = (error: unknown) => {
      for (const { reject } of batch) reject(error)
    }
    try {
      disk.refuseOnceFailed()
      begin.run()
      const additions: Addition[] = []
      const settlements = batch.map((one) => attempt(one, additions))
      for (const { by, write } of addedUp(additions)) write(by)
      commit.run()
      disk.committed().then(() => {
        for (const settle of settlements) settle()
      }, rejectAll)
      uncopied += batch.length
      if (uncopied >= COPIED_EVERY) copying = copyJournal()
    } catch (error) {
      rollBack(database)
      rejectAll(unavailable(error) ?? error)
    }
  }

  /** Writers wait meanwhile for the next commit, which fails if the disk failed. */
  async function copyJournal(): Promise<void> {
    uncopied = 0
    await disk.confirm(journal.copy).catch(() => {})
    copying = null
    commitTogether()
  }

  return {
    run<T>(write: (afterwards: Afterwards) => T): Promise<T> {
      if (finished) return Promise.reject(new StoreUnavailable('The store is closed.'))
      return new Promise<T>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(commitTogether)
        waiting.push({ write, resolve: (result) => resolve(result as T), reject })
      })
    },
    async seen<T>(read: () => T): Promise<T> {
      const found = read()
      const onDisk = disk.pending()
      if (onDisk) await onDisk
      return found
    },
    async finish() {
      finished = true
      await copying
      commitTogether()
      await disk.pending()
      await copying
    },
  }
}

/**
 * Simultaneous filings count in the same few sums, and a case that changes takes from one what it adds to another.
 */
function addedUp(additions: readonly Addition[]): readonly Addition[] {
  const sums = new Map<string, Addition>()
  for (const one of additions) {
    const before = sums.get(one.sum)
    sums.set(one.sum, before ? { ...one, by: before.by + one.by } : one)
  }
  return [...sums.values()].filter(({ by }) => by !== 0)
}
