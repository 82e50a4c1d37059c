/** Wakes one sleeper. A ring while nobody sleeps is not lost: the next sleep ends at once. */
export interface Bell {
  ring(): void
  /** Resolves at the next ring, or after `atMost` milliseconds. @returns whether it rang */
  sleep(atMost: number): Promise<boolean>
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
      const rang = isRung
      isRung = false
      wake = null
      return rang
    },
  }
}
