import type { StoreThread } from './sqlite-thread.ts'
import type { Answers, TableShape, UpgradeOrder, WriteOrder } from './thread-orders.ts'

/** Hands writes to the thread that carries them out, in their order. */
export interface Writer {
  know(table: TableShape): void
  /** Resolves when the disk has it. @throws UniqueViolation, StoreUnavailable */
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
