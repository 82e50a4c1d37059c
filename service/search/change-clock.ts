let last = 0

/** When something changes that a search goes by, in milliseconds: never before what this process said last. */
export function changeMoment(): number {
  last = Math.max(last, Date.now())
  return last
}

/** A mark for new words of a case: not the one that any words of it had, but by a chance of one in four billion. */
export const newWordsMark = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) || 1
