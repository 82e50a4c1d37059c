let last = 0

/** Returns the moment of a change that searches go by, in milliseconds. It never decreases within a process. */
export function changeMoment(): number {
  last = Math.max(last, Date.now())
  return last
}

/** Makes a mark for the changed text of a case. It equals an earlier mark by a chance of one in four billion. */
export const newWordsMark = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) || 1
