/** Counts how often each key came up, in a window that slides by halves. The number of keys is bounded. */
export interface Rate {
  /** Adds `times` and returns the count within the window. */
  add(key: string, times?: number): number
  /** Takes back one that was counted within the window. */
  takeBack(key: string): void
  count(key: string): number
}

interface Seen {
  window: number
  now: number
  before: number
}

const MOST_KEYS = 100_000

/** @param milliseconds a clock that only moves forward */
export function slidingRate(windowLength: number, milliseconds: () => number): Rate {
  const seen = new Map<string, Seen>()

  function lookedUp(key: string): { entry: Seen; share: number } {
    const time = milliseconds() / windowLength
    const window = Math.floor(time)
    const entry = seen.get(key) ?? { window, now: 0, before: 0 }
    if (entry.window !== window) {
      entry.before = entry.window === window - 1 ? entry.now : 0
      entry.now = 0
      entry.window = window
    }
    return { entry, share: 1 - (time - window) }
  }

  const total = ({ entry, share }: { entry: Seen; share: number }) => entry.now + entry.before * share

  return {
    add(key, times = 1) {
      const found = lookedUp(key)
      found.entry.now += times
      // Re-inserting keeps the map in order of use, so that the first is the one unused longest.
      seen.delete(key)
      if (seen.size >= MOST_KEYS) {
        for (const oldest of seen.keys()) {
          seen.delete(oldest)
          break
        }
      }
      seen.set(key, found.entry)
      return total(found)
    },
    takeBack(key) {
      const { entry } = lookedUp(key)
      if (entry.now > 0) entry.now--
      else if (entry.before > 0) entry.before--
    },
    count: (key) => total(lookedUp(key)),
  }
}
