/** Disks confirm several files in the time of one. */
const AT_ONCE = 8

/** Works on a few at a time. @throws the first error, once nothing is running any more */
export async function eachAtOnce<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]()
  let isOver = false
  const worker = async () => {
    for (let next = left.next(); !next.done && !isOver; next = left.next()) {
      try {
        await work(next.value)
      } catch (cause) {
        isOver = true
        throw cause
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
