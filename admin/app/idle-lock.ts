import { isLocked, keepSeen, LOCKED, lockAll, removeLock, unseenFor } from '../page/lock-state.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const acts = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

interface Lock {
  /** Minutes without a touch. */
  after(): number
  lock(): void
  unlock(): void
}

/**
 * Locks the desk when nobody touches it, in all tabs of the browser alike.
 * @returns what ends the watch
 */
export function lockWhenIdle({ after, lock, unlock }: Lock): () => void {
  const stop = new AbortController()
  const { signal } = stop
  removeLock()

  // By the clock, not by counting: a machine that slept locks before it shows anything.
  function look() {
    if (isLocked() || unseenFor() < after() * MINUTE) return
    lockAll()
    lock()
  }
  function touch() {
    if (unseenFor() < SECOND) return
    look()
    if (!isLocked()) keepSeen()
  }
  function hear({ key, oldValue, newValue }: StorageEvent) {
    if (key !== LOCKED) return
    if (newValue === null) unlock()
    else if (oldValue === null) lock()
  }

  const clock = setInterval(look, SECOND)
  signal.addEventListener('abort', () => clearInterval(clock))
  for (const act of acts) addEventListener(act, touch, { passive: true, capture: true, signal })
  document.addEventListener('visibilitychange', look, { signal })
  addEventListener('storage', hear, { signal })
  return () => stop.abort()
}
