let last = 0

/** Returns the moment of a change that searches go by, in milliseconds. It never decreases within a process. */
export function changeMoment(): number {
  last = Math.max(last, Date.now())
  return last
}

/** Random numbers of the system, which asks as much for one as for many. */
const drawn = new Uint32Array(256)
let unused = 0

/** Makes a mark for the changed text of a case. It equals an earlier mark by a chance of one in four billion. */
export function newWordsMark(): number {
  if (unused === 0) unused = crypto.getRandomValues(drawn).length
  return drawn[--unused] || 1
}
