import { randomFillSync } from 'node:crypto'

const POOL = 8 * 1024

/**
 * Random bytes from a pool that is filled a page at a time: asking the system for twelve bytes costs as much as for
 * thousands. For what may be seen, such as ids and nonces; secrets are asked for one by one.
 */
export function createRandomPool(): (size: number) => Buffer {
  let pool = Buffer.alloc(POOL)
  let used = POOL
  return (size) => {
    if (used + size > POOL) {
      pool = randomFillSync(Buffer.alloc(POOL))
      used = 0
    }
    used += size
    return pool.subarray(used - size, used)
  }
}
