let last = 0

/** Moments of changes whose writes have not ended, the earliest first. */
const underWay = new Map<symbol, number>()

/** Returns the moment of now that searches go by, in milliseconds. It never decreases within a process. */
function changeMoment(): number {
  last = Math.max(last, Date.now())
  return last
}

/** Writes a change with its moment. */
export async function writeChange<T>(write: (moment: number) => Promise<T>): Promise<T> {
  const one = Symbol()
  const moment = changeMoment()
  underWay.set(one, moment)
  try {
    return await write(moment)
  } finally {
    underWay.delete(one)
  }
}

/**
 * Returns the moment from which everything must be read that this process has not written by now. A follower who asks
 * for it before it reads misses nothing when it reads from there the next time.
 */
export function unwrittenSince(): number {
  const [earliest = changeMoment()] = underWay.values()
  return earliest
}

/** Random numbers of the system, which asks as much for one as for many. */
const drawn = new Uint32Array(256)
let unused = 0

/** Makes a mark for the changed text of a case. It equals an earlier mark by a chance of one in four billion. */
export function newWordsMark(): number {
  if (unused === 0) unused = crypto.getRandomValues(drawn).length
  return drawn[--unused] || 1
}
