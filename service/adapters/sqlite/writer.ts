import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StoreFull, StoreUnavailable, UniqueViolation } from '../../storage/collection.ts'
import type { Place } from '../../storage/queries.ts'
import type { SqlValue } from './sqlite-engine.ts'
import type { SqlQuery } from './sqlite-query.ts'

/** What a thread must know of a collection to write its rows; the functions of a spec stay outside. */
export interface TableShape {
  readonly name: string
  readonly keys: readonly string[]
  readonly counted: readonly string[]
  /** The declared index by the columns that SQLite names when it is violated. */
  readonly unique: Readonly<Record<string, string>>
  readonly older?: OlderRows
}

/** Everything is computed before the write waits for its turn. */
export interface Row {
  readonly tenant: SqlValue
  readonly id: SqlValue
  readonly version: number
  readonly keys: readonly SqlValue[]
  readonly body: string
}

/** Rows whose keys an earlier version derived, by their numbers. */
export interface OlderRows {
  /** The last one that is done. */
  readonly after: number
  readonly until: number
  /** Keys by which they are not counted yet. */
  readonly uncounted: readonly string[]
  readonly forgotten: readonly string[]
}

/** A step of an upgrade, in a transaction of its own. */
export type UpgradeOrder =
  | { readonly act: 'change'; readonly statements: readonly string[] }
  | { readonly act: 'derive'; readonly collection: string; readonly rows: readonly DerivedRow[] }
  /** Carries them out if no older row is left. */
  | { readonly act: 'finish'; readonly collection: string; readonly statements: readonly string[] }

export interface DerivedRow {
  readonly row: number
  readonly id: SqlValue
  readonly version: number
  readonly keys: readonly SqlValue[]
}

/** Writes that wait at the same time share one transaction. */
export type WriteOrder =
  | { readonly act: 'insert'; readonly collection: string; readonly row: Row }
  | {
      readonly act: 'insertNumbered'
      readonly collection: string
      readonly row: Row
      readonly number: number
      readonly highest: SqlQuery
      /** Numbers up to this one are left out. */
      readonly behind: number
    }
  | { readonly act: 'replace'; readonly collection: string; readonly row: Row }
  | { readonly act: 'delete'; readonly collection: string; readonly tenant: string; readonly id: string }
  | {
      readonly act: 'deleteFound'
      readonly collection: string
      readonly selects: readonly SqlQuery[]
      readonly limit: number
    }
  | { readonly act: 'probe' }

export interface PageOrder {
  readonly act: 'page'
  readonly collection: string
  readonly selects: readonly SqlQuery[]
  /** What is read of the rows of the page, as it stands in SQL. */
  readonly columns: readonly string[]
  /** The columns that order the page. */
  readonly place: readonly string[]
  readonly descending: boolean
  readonly limit: number
}

export type Order =
  | WriteOrder
  | { readonly act: 'open'; readonly path: string }
  | PageOrder
  | UpgradeOrder
  | { readonly act: 'know'; readonly table: TableShape }
  | { readonly act: 'select'; readonly selects: readonly SqlQuery[] }
  | { readonly act: 'purge' }
  | { readonly act: 'close' }

export type FoundRow = Readonly<Record<string, SqlValue>>

export interface FoundPage {
  readonly rows: readonly FoundRow[]
  /** Where the next page begins; `null` on the last one. */
  readonly end: Place | null
}

export interface Answers {
  readonly insert: null
  /** The highest number so far if another one than `number` is next; then nothing is written. */
  readonly insertNumbered: number | null
  readonly replace: boolean
  readonly delete: boolean
  readonly deleteFound: number
  readonly probe: null
  readonly page: FoundPage
  readonly open: null
  readonly change: null
  readonly derive: null
  readonly finish: boolean
  readonly know: null
  readonly select: readonly (readonly FoundRow[])[]
  readonly purge: null
  readonly close: null
}

/** An error as it goes from one thread to another, where its class is lost. */
export type Failure =
  | { readonly kind: 'unique'; readonly index: string }
  | { readonly kind: 'full' | 'unavailable' | 'fault'; readonly message: string; readonly cause: unknown }

/** The id is the order's own among all that a thread was given, whatever its store. */
export type NumberedOrder = readonly [id: number, order: Order, store: number]

export type NumberedAnswer =
  | readonly [id: number, answer: unknown]
  | readonly [id: number, answer: null, failure: Failure]

/** A process has one thread of each, for all its stores. */
export type ThreadRole = 'writer' | 'lookups' | 'lists'
export interface ThreadData {
  readonly role: ThreadRole
}

/** It is built beside the service's program. The sources use the built one, because a thread loads no TypeScript. */
const built = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '../../../dist/service')
  : import.meta.dirname
export const THREAD_PROGRAM = 'store-thread.js'

/** The young part of its memory has so many MB. A thread holds no more than what it gives away. */
const YOUNG = 8

export interface StoreThread {
  /** Orders of the same turn go together. */
  ask<O extends Order>(order: O): Promise<Answers[O['act']]>
  /** Carries out what was asked before; later orders are refused. */
  close(): Promise<void>
  readonly isClosed: boolean
}

interface Asked {
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
}

/** A thread of this process. It stays for the next store, and keeps no process from its end. */
interface RunningThread {
  ask<O extends Order>(store: number, order: O): Promise<Answers[O['act']]>
}

const threads = new Map<ThreadRole, RunningThread>()
let stores = 0

/** A store's part of the thread that all stores of the process share. The thread starts with its first order. */
export function storeThread(path: string, role: ThreadRole): StoreThread {
  const store = stores++
  let thread: RunningThread | null = null
  let isClosed = false

  function opened(): RunningThread {
    const running = threads.get(role) ?? beginThread(role)
    // What comes after it fails with the same error.
    running.ask(store, { act: 'open', path }).catch(() => {})
    return running
  }

  return {
    ask(order) {
      if (isClosed) return Promise.reject(new StoreUnavailable('The store is closed.'))
      thread ??= opened()
      return thread.ask(store, order)
    },
    async close() {
      if (isClosed) return
      isClosed = true
      await thread?.ask(store, { act: 'close' }).catch(() => {})
    },
    get isClosed() {
      return isClosed
    },
  }
}

function beginThread(role: ThreadRole): RunningThread {
  const data: ThreadData = { role }
  const worker = new Worker(join(built, THREAD_PROGRAM), {
    workerData: data,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  })
  const waiting = new Map<number, Asked>()
  let failure: StoreUnavailable | null = null
  let next = 0
  let unsent: NumberedOrder[] = []

  worker.on('message', (answers: readonly NumberedAnswer[]) => {
    for (const [id, answer, failed] of answers) {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (failed) asked?.reject(errorOf(failed))
      else asked?.resolve(answer as never)
    }
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', (cause) => {
    if (threads.get(role) === running) threads.delete(role)
    failure ??= new StoreUnavailable('A thread of the store ended. Restart the service.', { cause })
    for (const { reject } of waiting.values()) reject(failure)
    waiting.clear()
  })

  function send(): void {
    worker.ref()
    const orders = unsent
    unsent = []
    worker.postMessage(orders)
  }

  const running: RunningThread = {
    ask(store, order) {
      if (failure) return Promise.reject(failure)
      return new Promise((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve, reject })
        if (unsent.length === 0) setImmediate(send)
        unsent.push([id, order, store])
      })
    },
  }
  threads.set(role, running)
  return running
}

function errorOf(failed: Failure): Error {
  if (failed.kind === 'unique') return new UniqueViolation(failed.index)
  const { kind, message, cause } = failed
  const Kind = { full: StoreFull, unavailable: StoreUnavailable, fault: Error }[kind]
  return new Kind(message, { cause })
}

/** Hands writes to the thread that carries them out, in their order. */
export interface Writer {
  know(table: TableShape): void
  /** Resolves when the disk has it. */
  write<O extends WriteOrder | UpgradeOrder>(order: O): Promise<Answers[O['act']]>
  /** Resolves when all writes so far are on the disk; later ones wait until `letGo`, unless it fails. */
  hold(): Promise<void>
  letGo(): void
  purge(): Promise<void>
  close(): Promise<void>
}

export function writerOn(thread: StoreThread): Writer {
  let held: { readonly until: Promise<void>; readonly end: () => void } | null = null

  function letGo(): void {
    held?.end()
    held = null
  }

  return {
    know: (table) => void thread.ask({ act: 'know', table }).catch(() => {}),

    async write(order) {
      while (held) await held.until
      return thread.ask(order)
    },

    async hold() {
      let end = () => {}
      const until = new Promise<void>((resolve) => {
        end = resolve
      })
      held = { until, end }
      await thread.ask({ act: 'select', selects: [] }).catch((cause: unknown) => {
        letGo()
        throw cause
      })
    },

    letGo,

    async purge() {
      await thread.ask({ act: 'purge' })
    },

    async close() {
      letGo()
      // Writes that were held are made before the thread closes.
      await new Promise(setImmediate)
      await thread.close()
    },
  }
}
