import { Session } from 'node:inspector'

/** Milliseconds between two looks at what the process does. */
const LOOKS_EVERY = 10_000

/** A process that uses less than this share of a core is at rest. Tasks of the machine take a quarter of it, and a dozen filings a second take more. */
const AT_REST = 0.02

/** Giving back is work too, and must not be taken for a rush that calls for the next one. */
const AGAIN_AFTER = 600_000

/**
 * Whether memory is to be given back now: at the first look of a rest, and not again for ten minutes. Milliseconds of
 * CPU, and of the clock.
 */
export function watchRest(): (cpu: number, at: number) => boolean {
  let last: { readonly cpu: number; readonly at: number } | null = null
  let hasWorked = true
  let givenBackAt = Number.NEGATIVE_INFINITY
  return (cpu, at) => {
    const isAtRest = last !== null && cpu - last.cpu < (at - last.at) * AT_REST
    const isDue = isAtRest && hasWorked && at - givenBackAt >= AGAIN_AFTER
    if (isDue) givenBackAt = at
    hasWorked = isDue ? false : hasWorked || !isAtRest
    last = { cpu, at }
    return isDue
  }
}

/**
 * Collects all that nobody needs any more, as the developer tools do. It alone gives back the room of the youngest objects
 * on every Node that the service runs on.
 */
export function giveBack(): Promise<void> {
  const session = new Session()
  session.connect()
  return new Promise((resolve) => {
    session.post('HeapProfiler.collectGarbage', () => {
      // A session that ends inside its own answer keeps the process from its end.
      setImmediate(() => {
        session.disconnect()
        resolve()
      })
    })
  })
}

/**
 * Lets this thread give back what it took to start or to serve a rush, once the process is at rest. The engine by itself
 * keeps the room of its youngest objects, and collects only when more is needed. Nobody is served in the tenth of a second
 * that this takes; so it is done once after a rush and never in one.
 */
export function giveBackAtRest(): void {
  const isDue = watchRest()
  const look = () => {
    const { user, system } = process.cpuUsage()
    if (isDue((user + system) / 1_000, performance.now())) void giveBack()
  }
  look()
  setInterval(look, LOOKS_EVERY).unref()
}
