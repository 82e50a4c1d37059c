import { openRuleStore, type RuleStore } from '../../offices/rules.ts'
import type { GuardMark } from '../../offices/staff/permissions.ts'
import type { Status } from '../../offices/vocabulary.ts'
import type { Page, Store } from '../../storage/collection.ts'
import { type KeyHolder, keyHolder } from '../../storage/key-holder.ts'
import type { Migration } from '../../storage/migrations.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import { leaveOutTelling } from '../covering.ts'
import type { NoticeQueues } from '../notices/notice-queue.ts'
import { reporterMarksOf, searchWordsOf } from '../search/case-words.ts'
import { createIndexTender, type IndexTender } from '../search/index-tender.ts'
import { createSearchIndex } from '../search/search-index.ts'
import { openSegmentStore } from '../search/segment-store.ts'
import type { AlikeCase } from '../search/tenant-index.ts'
import type { Complaint } from '../shape/complaint.ts'
import { identityOf, type OpeningVault, openDossier, renewComplaint } from './case-seals.ts'
import { complaintAlerts } from './complaint-alerts.ts'
import { complaintNotices } from './complaint-notices.ts'
import {
  type BookStore,
  type ComplaintQueues,
  complaintBooks,
  complaintMoves,
  complaintQueues,
  complaintScans,
  type MovableStore,
  type ScanQueue,
} from './complaint-queues.ts'
import { type CaseParts, type ComplaintReads, casesOf, complaintReads } from './complaint-reads.ts'
import { type ComplaintSearch, complaintSearch, type SearchQuery, searchSource } from './complaint-search.ts'
import { changedKeys, complaintSpec, guardedKeys } from './complaint-spec.ts'
import {
  type CaseloadStore,
  caseloadStore,
  complaintTallies,
  givenSpec,
  type KeptOutline,
  type TalliedStore,
} from './complaint-tallies.ts'
import { type ComplaintWrites, complaintWrites, type Waiting } from './complaint-writes.ts'
import { type AlertQueue, firstNotices } from './first-notices.ts'
import {
  type KeptComplaint,
  type ReportUnreadable,
  recentChanges,
  type SearchFilter,
  skipUnreadable,
} from './kept-complaint.ts'
import { type NumberGaps, openNumberGaps } from './number-gaps.ts'
import { openOlderPages } from './older-page-store.ts'
import { openComplaint } from './open-complaint.ts'
import { countByKey, filterCases, type GuardedCases, guardedCases } from './tenant-guards.ts'

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

/** Each tenant sees only its own complaints. */
export interface ComplaintStore
  extends ComplaintReads,
    ComplaintWrites,
    ComplaintCounts,
    ComplaintQueues,
    NoticeQueues,
    AlertQueue,
    ScanQueue,
    TalliedStore,
    MovableStore,
    CaseloadStore,
    BookStore {
  readonly numberGaps: NumberGaps
  readonly rules: RuleStore
  readonly keyHolder: KeyHolder
  readonly segmentKeys: KeyHolder
  readonly index: IndexTender
}

/**
 * @param onWaiting called after a write that left a notice, an alert or news waiting
 * @param causeNow returns the current request, or `null`
 * @param mayWait the number of changed cases that may wait to be indexed
 */
export async function openComplaintStore(
  store: Store,
  vault: Vault,
  onWaiting: (waiting: Waiting) => void,
  causeNow: () => string | null = () => null,
  mayWait?: number,
): Promise<ComplaintStore> {
  const kept = await store.collection(complaintSpec)
  const rules = await openRuleStore(store, () => performance.now())
  const parts: CaseParts = { kept, vault, older: await openOlderPages(store, vault), rules }
  const numberGaps = await openNumberGaps(store)
  const first = firstNotices(kept.writers === 'this process')
  const changes = recentChanges(kept)
  const guarded = guardedCases(kept, changes, vault, { carried: guardedKeys, changed: changedKeys })
  const segments = await openSegmentStore(store, vault)
  // Without the identity nobody knows which words tell it, so the words of such a case are not found.
  const wordsOf = async (found: KeptComplaint) => {
    const complaint = await openComplaint(vault, found)
    const identity = await identityOf(vault, complaint)
    const hash = await vault.hasher(complaint.tenant, 'search')
    return [
      ...searchWordsOf(leaveOutTelling(complaint, identity)),
      ...(identity ? reporterMarksOf(hash, complaint, identity) : []),
    ]
  }
  const source = searchSource(kept, changes, async (found) => (await skipUnreadable(wordsOf(found))) ?? [])
  const index = createSearchIndex(source, segments)
  const words = complaintSearch(index, guarded)

  return {
    numberGaps,
    rules,
    keyHolder: keyHolder(kept, vault, renewComplaint(vault)),
    segmentKeys: segments.keyHolder,
    index: createIndexTender(index, segments, source, mayWait),

    ...complaintReads(parts, words),
    ...complaintWrites(parts, { numberGaps, first }, onWaiting, causeNow),
    ...complaintCounts(parts, words, guarded),
    ...complaintQueues(kept),
    ...complaintNotices({ kept, vault, first }, parts.older),
    ...complaintAlerts({ kept, vault, first, rules }),
    ...complaintTallies(kept, guarded),
    ...complaintMoves(kept),
    ...complaintScans(kept),
    ...complaintBooks(kept),
    ...caseloadStore(kept, await store.collection(givenSpec), guarded),
  }
}

const STEP = 200

/**
 * Dates identity erasures from before the outline had the time: it is read from the sealed history, so that the list of
 * erasures is complete.
 */
export async function dateErasures(
  store: Store,
  vault: OpeningVault,
  complaints: Pick<ComplaintStore, 'change' | 'counts'>,
): Promise<Migration> {
  const kept = await store.collection(complaintSpec)
  return {
    to: 2,
    what: 'Dating erased identities',
    size: async (unit) => (await complaints.counts(unit)).reduce((sum, { cases }) => sum + cases, 0),
    async step(unit, after) {
      const some = await kept.walk(unit, after, STEP)
      for (const one of some) {
        const { id, identity, identityErasedAt, destroyed } = one
        if (identity || identityErasedAt || destroyed) continue
        const dossier = await skipUnreadable(openDossier(vault, one))
        const erased = dossier?.history.findLast(({ event }) => event === 'identity_erased')
        if (!erased) continue
        await complaints.change(unit, id, (before) => ({ ...before, identityErasedAt: erased.at }))
      }
      return { after: some.length < STEP ? null : (some.at(-1)?.id ?? null), documents: some.length }
    },
  }
}
