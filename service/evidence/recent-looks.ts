import { type Clock, MINUTE } from '../shared/instant.ts'

/** Which looks at a file were written down a short while ago: a film is asked for in many parts, and is one look. */
export interface Looks {
  /** True where it was not; from then on it was. */
  isNew(look: string): boolean
}

const ONE_LOOK_LASTS = 10 * MINUTE
const MOST_REMEMBERED = 10_000

export function createLooks(now: Clock): Looks {
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
