import { StoreUnavailable } from '../../storage/collection.ts'

/**
 * Has the disk confirm commits beside the process's other work. Callers that wait meanwhile share the next
 * confirmation.
 */
export interface DiskSync {
  /**
   * Called after a commit; resolves when the disk has it. @throws StoreUnavailable, then and ever after, once the
   * disk failed
   */
  committed(): Promise<void>
  /** Resolves when the disk has every commit so far; `null` if it has. @throws StoreUnavailable like `committed` */
  pending(): Promise<void> | null
  /** Has the disk confirm something else. @throws StoreUnavailable like `committed` */
  confirm(ask: () => Promise<void>): Promise<void>
  /** @throws StoreUnavailable once the disk failed */
  refuseOnceFailed(): void
}

export function diskSync(toDisk: () => Promise<void>): DiskSync {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  let failure: StoreUnavailable | null = null

  async function confirm(ask: () => Promise<void>): Promise<void> {
    try {
      refuseOnceFailed()
      await ask()
    } catch (cause) {
      // After a failed sync a repeat may succeed although data was dropped; only a restart finds out what is there.
      const sentence = 'The disk did not confirm a write: it may be full or failing. Restart the service.'
      failure ??= new StoreUnavailable(sentence, { cause })
      throw failure
    }
  }

  function refuseOnceFailed(): void {
    if (failure) throw failure
  }

  function begin(): Promise<void> {
    const confirmation = confirm(toDisk)
    running = confirmation
    confirmation.then(ended, ended)
    return confirmation
  }
  function ended(): void {
    running = null
  }

  return {
    committed() {
      if (!running) return begin()
      next ??= running.then(() => {
        next = null
        return begin()
      })
      return next
    },
    pending: () => (failure ? Promise.reject(failure) : (next ?? running)),
    confirm,
    refuseOnceFailed,
  }
}
