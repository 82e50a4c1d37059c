import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { Status } from '../../offices/vocabulary.ts'
import type { Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { AlikeCase } from '../search/find-alike.ts'
import type { Complaint } from '../shape/complaint.ts'
import { type CaseParts, casesOf } from './complaint-reads.ts'
import type { ComplaintSearch, SearchQuery } from './complaint-search.ts'
import type { KeptOutline } from './complaint-tallies.ts'
import { countByKey, filterCases, type GuardedCases } from './guarded-cases.ts'
import type { SearchFilter } from './search-filter.ts'
import type { ReportUnreadable } from './unreadable-case.ts'

export type StatusCounts = readonly { readonly category: string; readonly status: Status; readonly cases: number }[]

export interface ComplaintCounts {
  /** Returns cases with all words, newest first, then those with some: `partial` items at the end of the page. */
  search(
    tenant: TenantId,
    text: string,
    query: SearchQuery,
    tell?: ReportUnreadable,
  ): Promise<Page<Complaint> & { readonly partial: number }>
  countBearing(tenant: TenantId, marks: readonly GuardMark[], filter: SearchFilter): Promise<number>
  countFound(tenant: TenantId, text: string, filter: SearchFilter, most: number): Promise<number>
  /** Finds cases that share telling words with a text, the likest first, without opening any. */
  alike(tenant: TenantId, words: readonly string[], filter: SearchFilter): Promise<readonly AlikeCase[]>
  counts(tenant: TenantId): Promise<StatusCounts>
  countsBearing(tenant: TenantId, marks: readonly GuardMark[]): Promise<StatusCounts>
  guardedBy(tenant: TenantId, marks: readonly GuardMark[]): Promise<readonly KeptOutline[]>
  /** Returns the numbers of guarded cases with one of these marks, or of all if `marks` is `null`. */
  guardedNumbers(tenant: TenantId, marks: readonly GuardMark[] | null): Promise<ReadonlySet<string>>
}

export const complaintCounts = (
  { kept, vault }: Pick<CaseParts, 'kept' | 'vault'>,
  words: ComplaintSearch,
  guarded: GuardedCases,
): ComplaintCounts => ({
  async search(tenant, text, query, tell) {
    const { ids, nextCursor, partial } = await words.search(tenant, text, query)
    const some = new Set(ids.slice(ids.length - partial))
    const items = await casesOf({ kept, vault }, tenant, ids, tell)
    return { items, nextCursor, partial: items.filter(({ id }) => some.has(id)).length }
  },

  countBearing: async (tenant, marks, filter) => filterCases(await guarded.bearing(tenant, marks), filter).length,

  countFound: words.countFound,

  alike: words.alike,

  counts: async (tenant) => statusCounts(await kept.countBy(tenant, 'categoryAndStatus')),

  countsBearing: async (tenant, marks) =>
    statusCounts(countByKey(await guarded.bearing(tenant, marks), 'categoryAndStatus')),

  guardedBy: async (tenant, marks) =>
    (await guarded.bearing(tenant, marks)).map(({ id, keys }) => ({ number: id, category: String(keys.category) })),

  guardedNumbers: guarded.numbersBearing,
})

const statusCounts = (counts: Readonly<Record<string, number>>): StatusCounts =>
  Object.entries(counts).map(([value, cases]) => {
    const [category = '', status] = value.split(' ')
    return { category, status: status as Status, cases }
  })
