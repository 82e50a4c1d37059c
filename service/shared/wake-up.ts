/** Ends a wait early. A signal while nobody waits is not lost: the next wait ends at once. */
export interface WakeUp {
  signal(): void
  /** Resolves at the next signal, or after `atMost` milliseconds. @returns whether it was signalled */
  wait(atMost: number): Promise<boolean>
}

export function createWakeUp(): WakeUp {
  let isSignalled = false
  let wake: (() => void) | null = null

  return {
    signal() {
      isSignalled = true
      wake?.()
    },

    async wait(atMost) {
      if (!isSignalled) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMost)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const wasSignalled = isSignalled
      isSignalled = false
      wake = null
      return wasSignalled
    },
  }
}
