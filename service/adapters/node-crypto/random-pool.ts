import { randomFillSync } from 'node:crypto'

const POOL = 8 * 1024

/**
 * Serves random bytes from a pool, because asking the system for twelve bytes costs as much as for thousands. It is
 * for public values such as ids and nonces; secrets are drawn one by one.
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
