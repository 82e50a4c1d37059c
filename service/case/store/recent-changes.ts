import type { Collection, IndexRow, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { unwrittenSince } from '../search/change-clock.ts'
import type { KeptComplaint } from './kept-complaint.ts'

/** Those who follow changes of cases from where they looked before. */
type Follower = 'guards' | 'index'

export interface RecentChanges {
  /**
   * Returns the first rows of cases that changed since then, in their order.
   * @param since milliseconds since 1970
   * @param begun what another follower read since then is taken too; by the process's clock (`performance.now`)
   */
  read(tenant: TenantId, follower: Follower, since: number, begun: number): Promise<Page<IndexRow>>
  /** A follower who asks for it before it reads misses nothing when it reads from there the next time. */
  nextFrom(): number
}

interface Known {
  readonly begun: number
  readonly since: number
  readonly page: Promise<Page<IndexRow>>
}

const PAGE = 500
/** In milliseconds: who looked longer before than this reads for itself. */
const LATELY = 1_000
/** Another process may save a change so many milliseconds after the moment that it bears. */
const LATE = 10_000
const MOST_UNITS = 1_000

/** A request that asks twice what changed reads it once. */
export function recentChanges(kept: Collection<KeptComplaint>): RecentChanges {
  const known = new Map<TenantId, Known>()
  const asked = new Map<TenantId, Map<Follower, number>>()

  function readFrom(tenant: TenantId, follower: Follower, since: number): Known {
    const others = [...(asked.get(tenant) ?? [])].filter(([one]) => one !== follower).map(([, from]) => from)
    const lately = others.filter((from) => from > since - LATELY)
    const from = Math.min(since, ...lately)
    const page = kept.rows(tenant, { index: 'changed', range: { from }, limit: PAGE })
    const fresh = { begun: performance.now(), since: from, page }
    if (known.size >= MOST_UNITS) known.clear()
    known.set(tenant, fresh)
    return fresh
  }

  return {
    nextFrom: () => (kept.writers === 'this process' ? unwrittenSince() : Date.now() - LATE),

    async read(tenant, follower, since, begun) {
      const last = known.get(tenant)
      const isEnough = last && last.begun >= begun && last.since <= since
      const { page } = isEnough ? last : readFrom(tenant, follower, since)
      if (asked.size >= MOST_UNITS) asked.clear()
      asked.set(tenant, (asked.get(tenant) ?? new Map<Follower, number>()).set(follower, since))
      const { items, nextCursor } = await page
      const own = items.filter(({ values }) => Number(values[0]) >= since)
      // The cursor goes on in the order of changes, and begins behind rows that were read for another follower.
      return { items: own, nextCursor }
    },
  }
}
