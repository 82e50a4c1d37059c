import { type Clock, MINUTE } from '../../shared/instant.ts'

/** A film is requested in many parts; these count as one access, which is logged once. */
export interface RecentAccesses {
  isNew(look: string): boolean
}

const ONE_LOOK_LASTS = 10 * MINUTE
const MOST_REMEMBERED = 10_000

export function createRecentAccesses(now: Clock): RecentAccesses {
  const written = new Map<string, number>()
  return {
    isNew(look) {
      const at = Date.parse(now())
      const last = written.get(look)
      if (last !== undefined && at - last < ONE_LOOK_LASTS) return false
      written.delete(look)
      written.set(look, at)
      if (written.size > MOST_REMEMBERED) for (const oldest of written.keys()) return written.delete(oldest)
      return true
    },
  }
}
