import type { Instant } from '../../shared/instant.ts'
import type { Collection, Page, Query } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { outlineLimits } from '../complaint.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import { scanDueAt } from '../evidence.ts'
import { writeChange } from '../search/search-index.ts'
import type { KeptEvidence } from '../shape/evidence.ts'
import type { HistoryLine } from '../shape/history.ts'
import { dueFor, type Erasure, erasureOf, type KeptComplaint, withNews } from './kept-complaint.ts'

interface CaseName {
  readonly tenant: TenantId
  readonly number: string
}

interface GuardedCaseName extends CaseName {
  readonly version: number
  readonly isUnread: boolean
}

/** Lists the cases of all tenants for which a task has something to do. */
export interface ComplaintQueues {
  /** Lists open guarded cases of all tenants, and whether anybody is left to read them. */
  listGuarded(): Promise<readonly GuardedCaseName[]>
  /** Lists later erasures of all tenants, oldest first. */
  listErased(since: Instant, after: string | null): Promise<Page<Erasure>>
  /** Lists complaints of all tenants whose reporters are due a notice. */
  toTell(now: Instant, limit: number): Promise<readonly CaseName[]>
  findWithJoinedNews(limit: number): Promise<readonly CaseName[]>
  /** Lists complaints of all tenants in which an act is due that waited for its time. */
  withTimedActs(now: Instant, limit: number, after: string | null): Promise<Page<CaseName>>
  /** Lists cases of all tenants that wait for rules, the longest wait first. */
  awaitingRules(limit: number, after: string | null): Promise<Page<CaseName>>
  offersDue(limit: number): Promise<readonly CaseName[]>
  /** Lists complaints of all tenants that time alone moves on. */
  listLapsed(now: Instant, limit: number): Promise<readonly CaseName[]>
}

export function complaintQueues(kept: Collection<KeptComplaint>): ComplaintQueues {
  const pageOf = async (query: Query): Promise<Page<CaseName>> => {
    const page = await kept.findAcrossTenants(query)
    return { ...page, items: page.items.map(({ tenant, id }) => ({ tenant, number: id })) }
  }
  const namesOf = async (query: Query): Promise<readonly CaseName[]> => (await pageOf(query)).items

  return {
    listLapsed: (now, limit) => namesOf({ ...dueFor('lapsesAt', now), limit }),
    findWithJoinedNews: (limit) => namesOf({ ...withNews('passesOnSince'), limit }),
    withTimedActs: (now, limit, after) => pageOf({ ...dueFor('timedAt', now), limit, ...(after && { after }) }),
    awaitingRules: (limit, after) => pageOf({ ...withNews('rulesDueSince'), limit, ...(after && { after }) }),
    offersDue: (limit) => namesOf({ ...withNews('offerDueAt'), limit }),
    toTell: (now, limit) => namesOf({ ...dueFor('tellsAt', now), limit }),

    async listGuarded() {
      const found: GuardedCaseName[] = []
      let after: string | null = null
      do {
        const page: Page<KeptComplaint> = await kept.findAcrossTenants({
          index: 'guarded',
          limit: 200,
          ...(after && { after }),
        })
        for (const { tenant, id, version, unreadSince } of page.items) {
          found.push({ tenant, number: id, version, isUnread: unreadSince !== null })
        }
        after = page.nextCursor
      } while (after)
      return found
    },

    async listErased(since, after) {
      const query = { index: 'erased', range: { from: since }, limit: 500, ...(after && { after }) }
      const { items, nextCursor } = await kept.findAcrossTenants(query)
      return { items: items.flatMap(erasureOf), nextCursor }
    },
  }
}

type WithEvidence = Pick<KeptComplaint, 'evidence'>

const withoutVerdict = ({ evidence }: WithEvidence) => evidence.filter((item) => scanDueAt(item) !== null)

/** These keys find and count cases with files to scan; they are `null` for every other case. */
export const scanKeys = {
  scanDueAt: (complaint: WithEvidence) => earliest(complaint.evidence.map(scanDueAt)),
  unscannedSince: (complaint: WithEvidence) => earliest(withoutVerdict(complaint).map(({ addedAt }) => addedAt)),
  unscannedFiles: (complaint: WithEvidence) => withoutVerdict(complaint).length || null,
}

const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((first, moment) => (first === null || (moment !== null && moment < first) ? moment : first), null)

export function complaintScans(kept: Collection<KeptComplaint>): ScanQueue {
  return {
    async dueForScan(now, limit) {
      const { items } = await kept.findAcrossTenants({ ...dueFor('scanDueAt', now), limit })
      return items.map(({ tenant, id, evidence }) => ({
        tenant,
        number: id,
        items: evidence.filter((item) => isDue(scanDueAt(item), now)),
      }))
    },

    async unscannedSince() {
      const { items } = await kept.findAcrossTenants({ index: 'unscanned', limit: 1 })
      return items[0] ? scanKeys.unscannedSince(items[0]) : null
    },

    async countUnscanned(tenant) {
      const cases = await kept.countBy(tenant, 'unscannedFiles')
      return Object.entries(cases).reduce((sum, [files, count]) => sum + Number(files) * count, 0)
    },
  }
}

const isDue = (dueAt: Instant | null, now: Instant): boolean => dueAt !== null && dueAt <= now

export interface ScanDue {
  readonly tenant: TenantId
  readonly number: string
  readonly items: readonly KeptEvidence[]
}

export interface ScanQueue {
  dueForScan(now: Instant, limit: number): Promise<readonly ScanDue[]>
  unscannedSince(): Promise<Instant | null>
  countUnscanned(tenant: TenantId): Promise<number>
}

export interface CaseOfBook {
  readonly number: string
  readonly isUntouched: boolean
}

export interface BookStore {
  ofBook(
    tenant: TenantId,
    book: string,
    limit: number,
    after: string | null,
  ): Promise<{
    readonly items: readonly CaseOfBook[]
    readonly nextCursor: string | null
  }>
  /**
   * Deletes a case unless somebody has acted on it, also at the same moment.
   * @returns whether it is gone
   */
  takeBack(tenant: TenantId, number: string): Promise<boolean>
}

const isUntouched = ({ revision, destroyed }: KeptComplaint): boolean => revision === 0 && !destroyed

export const complaintBooks = (kept: Collection<KeptComplaint>): BookStore => ({
  async ofBook(tenant, book, limit, after) {
    const { items, nextCursor } = await kept.find(tenant, {
      index: 'ofBook',
      where: { book },
      limit,
      ...(after && { after }),
    })
    return { items: items.map((one) => ({ number: one.id, isUntouched: isUntouched(one) })), nextCursor }
  },

  async takeBack(tenant, number) {
    const found = await kept.get(tenant, number)
    if (!found) return true
    if (!found.imported || !isUntouched(found)) return false
    // Later writes are refused from here on, and an earlier one keeps the case.
    const imported = { ...found.imported, isGoing: true } as const
    const going = await writeChange(tenant, Boolean(found.guard), (changedAt) =>
      kept.replace({ ...found, imported, changedAt }),
    )
    if (!going) return complaintBooks(kept).takeBack(tenant, number)
    return kept.delete(tenant, number)
  },
})

export type MovableCase = Pick<KeptComplaint, 'clocks'>

/** Moves dates without opening sealed data, so that a hundred thousand cases take seconds. */
export interface MovableStore {
  movable(
    tenant: TenantId,
    from: Instant,
    paging: { readonly limit: number; readonly after: string | null },
  ): Promise<Page<KeptComplaint>>
  /**
   * Decides on the stored state and saves.
   * @returns whether a date moved
   */
  move(found: KeptComplaint, decide: (found: MovableCase) => MovedCase | null): Promise<boolean>
}

export function movableUntil(clocks: readonly RunningClock[]): Instant | null {
  let latest: Instant | null = null
  for (const { dueAt, unit, stoppedAt, pausedAt } of clocks) {
    if (stoppedAt !== null || pausedAt !== null || unit === 'hours') continue
    if (latest === null || dueAt > latest) latest = dueAt
  }
  return latest
}

export const complaintMoves = (kept: Collection<KeptComplaint>): MovableStore => ({
  movable: (tenant, from, { limit, after }) =>
    kept.find(tenant, { index: 'movable', range: { from }, order: 'descending', limit, ...(after && { after }) }),

  async move(found, decide) {
    for (let current: KeptComplaint | null = found; current; current = await kept.get(found.tenant, found.id)) {
      if (current.destroyed) return false
      const moved = decide(current)
      if (!moved) return false
      const lines = current.linesToSeal ?? []
      const linesToSeal = moved.line ? withLine(lines, moved.line) : lines
      const after = { ...current, clocks: moved.clocks, linesToSeal }
      const isGuarded = Boolean(current.guard)
      if (await writeChange(found.tenant, isGuarded, (changedAt) => kept.replace({ ...after, changedAt })))
        return moved.line !== null
    }
    return false
  },
})

/**
 * Adds a history line that waits to be sealed by the next act. If calendars change repeatedly without an act, the two
 * oldest lines are combined: the result shows each date before its first move and after its last.
 */
function withLine(lines: readonly HistoryLine[], line: HistoryLine): readonly HistoryLine[] {
  const [first, second, ...rest] = lines
  if (!first || !second || lines.length < outlineLimits.linesToSeal) return [...lines, line]
  const moved = new Map(first.moved?.map((one) => [one.clock, one]))
  for (const one of second.moved ?? []) moved.set(one.clock, { ...one, from: moved.get(one.clock)?.from ?? one.from })
  return [{ ...second, moved: [...moved.values()] }, ...rest, line]
}

export interface MovedCase {
  readonly clocks: readonly RunningClock[]
  /** `null` if the count changed but no date moved. */
  readonly line: HistoryLine | null
}
