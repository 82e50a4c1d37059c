import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StoreFull, StoreUnavailable, UniqueViolation } from '../../storage/collection.ts'
import type { Answers, Failure, NumberedAnswer, NumberedOrder, Order, ThreadData } from './thread-orders.ts'

/** It is built beside the service's program. The sources use the built one, because a thread loads no TypeScript. */
const built = import.meta.filename.endsWith('.ts')
  ? join(import.meta.dirname, '../../../dist/service')
  : import.meta.dirname
export const THREAD_PROGRAM = 'store-thread.js'

/** In MB. A thread holds no more than what it gives away. */
const YOUNG = 8

export interface StoreThread {
  /** Orders of the same turn go together. @throws UniqueViolation, StoreUnavailable */
  ask<O extends Order>(order: O): Promise<Answers[O['act']]>
  /** Carries out what was asked before; later orders are refused. */
  close(): Promise<void>
}

interface Asked {
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
}

/** The thread starts with its first order. */
export function storeThread(data: ThreadData): StoreThread {
  let worker: Worker | null = null
  let isClosed = false
  let failure: StoreUnavailable | null = null
  let next = 0
  let unsent: NumberedOrder[] = []
  const waiting = new Map<number, Asked>()

  function begin(): Worker {
    const started = new Worker(join(built, THREAD_PROGRAM), {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    })
    started.on('message', (answers: readonly NumberedAnswer[]) => {
      for (const [id, answer, failed] of answers) {
        const asked = waiting.get(id)
        waiting.delete(id)
        if (failed) asked?.reject(errorOf(failed))
        else asked?.resolve(answer as never)
      }
      if (waiting.size === 0) started.unref()
    })
    started.on('error', (cause) => {
      failure ??= new StoreUnavailable('A thread of the store ended. Restart the service.', { cause })
      for (const { reject } of waiting.values()) reject(failure)
      waiting.clear()
    })
    return started
  }

  function send(): void {
    worker ??= begin()
    worker.ref()
    const orders = unsent
    unsent = []
    worker.postMessage(orders)
  }

  function ask<O extends Order>(order: O): Promise<Answers[O['act']]> {
    if (failure) return Promise.reject(failure)
    if (isClosed) return Promise.reject(new StoreUnavailable('The store is closed.'))
    return new Promise((resolve, reject) => {
      const id = next++
      waiting.set(id, { resolve, reject })
      if (unsent.length === 0) setImmediate(send)
      unsent.push([id, order])
    })
  }

  return {
    ask,
    async close() {
      if (isClosed) return
      const closed = worker || unsent.length > 0 ? ask({ act: 'close' }).catch(() => {}) : null
      isClosed = true
      await closed
      await worker?.terminate()
    },
  }
}

function errorOf(failed: Failure): Error {
  if (failed.kind === 'unique') return new UniqueViolation(failed.index)
  const { kind, message, cause } = failed
  const Kind = { full: StoreFull, unavailable: StoreUnavailable, fault: Error }[kind]
  return new Kind(message, { cause })
}
