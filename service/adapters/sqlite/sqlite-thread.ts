import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StoreFull, StoreUnavailable, UniqueViolation } from '../../storage/collection.ts'
import type { Answers, Failure, NumberedAnswer, NumberedOrder, Order, ThreadData, ThreadRole } from './thread-orders.ts'

/** It is built beside the service's program. The sources use the built one, because a thread loads no TypeScript. */
const built = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '../../../dist/service')
  : import.meta.dirname
export const THREAD_PROGRAM = 'store-thread.js'

/** The young part of its memory has so many MB. A thread holds no more than what it gives away. */
const YOUNG = 8

export interface StoreThread {
  /** Orders of the same turn go together. @throws UniqueViolation, StoreUnavailable */
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
