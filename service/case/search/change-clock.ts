import type { TenantId } from '../../storage/tenant-id.ts'

let last = 0

interface Change {
  readonly tenant: TenantId
  readonly moment: number
  /** Whether the case is kept from somebody, before the write or after it. */
  readonly isGuarded: boolean
}

/** Changes whose writes have not ended, the earliest first. */
const underWay = new Set<Change>()

let lastGuarded = 0

/** When the last write of each unit ended. */
const lastEnds = new Map<TenantId, number>()

/** Returns the moment of now that searches go by, in milliseconds. It never decreases within a process. */
function changeMoment(): number {
  last = Math.max(last, Date.now())
  return last
}

/**
 * Writes a change with its moment.
 * @param isGuarded whether the case is kept from somebody, before the write or after it
 */
export async function writeChange<T>(
  tenant: TenantId,
  isGuarded: boolean,
  write: (moment: number) => Promise<T>,
): Promise<T> {
  const change = { tenant, moment: changeMoment(), isGuarded }
  underWay.add(change)
  if (isGuarded) lastGuarded = change.moment
  try {
    return await write(change.moment)
  } finally {
    underWay.delete(change)
    lastEnds.set(tenant, changeMoment())
  }
}

/** Whether this process wrote a case since then that is kept from somebody, or is writing one. */
export const wroteGuardedSince = (moment: number): boolean =>
  lastGuarded >= moment || [...underWay].some(({ isGuarded }) => isGuarded)

/** Whether this process wrote a case of the unit since then, or is writing one. */
export const wroteSince = (tenant: TenantId, moment: number): boolean =>
  (lastEnds.get(tenant) ?? Number.NEGATIVE_INFINITY) >= moment ||
  [...underWay].some((change) => change.tenant === tenant)

/**
 * Returns the moment from which everything must be read that this process has not written by now. A follower who asks
 * for it before it reads misses nothing when it reads from there the next time.
 */
export function unwrittenSince(): number {
  const [earliest] = underWay
  return earliest?.moment ?? changeMoment()
}

/** Random numbers of the system, which asks as much for one as for many. */
const drawn = new Uint32Array(256)
let unused = 0

/** Makes a mark for the changed text of a case. It equals an earlier mark by a chance of one in four billion. */
export function newWordsMark(): number {
  if (unused === 0) unused = crypto.getRandomValues(drawn).length
  return drawn[--unused] || 1
}
