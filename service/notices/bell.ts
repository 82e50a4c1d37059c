/** Wakes one sleeper. A ring while nobody sleeps is not lost: the next sleep ends at once. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, at the latest after so many milliseconds. */
  sleep(atMost: number): Promise<void>
}

export function createBell(): Bell {
  let isRung = false
  let wake: (() => void) | null = null

  return {
    ring() {
      isRung = true
      wake?.()
    },

    async sleep(atMost) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, atMost)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      isRung = false
      wake = null
    },
  }
}
