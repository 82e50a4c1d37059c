import type { Instant } from '../../shared/instant.ts'
import type { Collection, Page, Query } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { type Erasure, erasureOf } from './erasure.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { dueFor, withNews } from './shared-queries.ts'

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
