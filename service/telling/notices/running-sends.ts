/** Sends whose result is not recorded yet. */
export interface RunningSends {
  /** A fault of the send goes to `onFault`. */
  add(sending: Promise<void>): void
  /** Resolves when all that run now are recorded. */
  finish(): Promise<void>
}

export function createRunningSends(onFault: (cause: unknown) => void, onEnd: () => void): RunningSends {
  const running = new Set<Promise<void>>()
  return {
    add(sending) {
      const tracked = sending.catch(onFault).finally(() => {
        running.delete(tracked)
        onEnd()
      })
      running.add(tracked)
    },

    async finish() {
      await Promise.all(running)
    },
  }
}
