import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { Erasure } from '../../case/store/erasure.ts'
import { BEFORE_ALL, type Clock, HOUR, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

/**
 * Lists what was erased for good, and the numbers that restores left out. It is kept apart from the cases, because a
 * restored backup would lose both.
 */
export interface ErasureList {
  readonly until: Instant
  readonly erasures: readonly Erasure[]
  readonly leftOut?: readonly LeftOut[]
}

/** A restore let a series go on behind this number, so another one of the same backup has to begin behind it too. */
export interface LeftOut {
  readonly tenant: TenantId
  readonly series: string
  readonly to: number
}

export interface ErasureFile {
  /**
   * Returns `null` if there is none yet.
   * @throws Error with a sentence where the file holds something else
   */
  read(): Promise<ErasureList | null>
  /** Writes what is decided from the list as it is, one change after the other: a slower one would lose the other. */
  change(decide: (known: ErasureList | null) => Promise<ErasureList>): Promise<void>
}

export function mergeErasures(one: ErasureList | null, other: ErasureList): ErasureList {
  if (!one) return other
  const [until = other.until] = [one.until, other.until].sort().reverse()
  const leftOut = eachOnce([...(one.leftOut ?? []), ...(other.leftOut ?? [])])
  const erasures = eachOnce([...one.erasures, ...other.erasures]).sort(byTime)
  return { until, erasures, ...(leftOut.length > 0 && { leftOut }) }
}

const eachOnce = <Line>(lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((line) => [JSON.stringify(line), line])).values(),
]

const byTime = (one: Erasure, other: Erasure): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)

/** Without new erasures, the list is rewritten this often, which shows that none came. */
const TELLS_EVERY = HOUR
/** A write may take this long after the time that it bears. */
const WRITTEN_WITHIN = 10 * MINUTE

export interface ErasureListPorts {
  readonly complaints: Pick<ComplaintStore, 'listErased'>
  readonly erasureFile: ErasureFile
  readonly now: Clock
}

/**
 * Adds the erasures since the last call.
 * @param tellsEvery how old the list may become without new ones
 * @returns how many were new
 */
export async function listErasures(
  { complaints, erasureFile, now }: ErasureListPorts,
  tellsEvery = TELLS_EVERY,
): Promise<number> {
  let added = 0
  await erasureFile.change(async (known) => {
    const until = now()
    const since = known ? plusMilliseconds(known.until, -WRITTEN_WITHIN) : BEFORE_ALL
    const found: Erasure[] = []
    let after: string | null = null
    do {
      const page = await complaints.listErased(since, after)
      found.push(...page.items)
      after = page.nextCursor
    } while (after)
    const list = mergeErasures(known, { until, erasures: found })
    added = list.erasures.length - (known?.erasures.length ?? 0)
    const isDue = added > 0 || !known || known.until < plusMilliseconds(until, -tellsEvery)
    return isDue ? list : known
  })
  return added
}
