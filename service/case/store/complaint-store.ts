import { openRuleStore, type RuleStore } from '../../offices/rules/rule-store.ts'
import type { Store } from '../../storage/collection.ts'
import { type KeyHolder, keyHolder } from '../../storage/key-holder.ts'
import type { Vault } from '../../storage/vault.ts'
import { leaveOutTelling } from '../cover-words.ts'
import type { NoticeQueues } from '../notices/notice-queue.ts'
import { searchWordsOf } from '../search/case-words.ts'
import { reporterMarksOf } from '../search/reporter-marks.ts'
import { createSearchIndex } from '../search/search-index.ts'
import { openSegmentStore } from '../search/segment-store.ts'
import { createIndexTender, type IndexTender } from '../search/tend-index.ts'
import type { AlertQueue } from './alert-queue.ts'
import { type CaseloadStore, caseloadStore, givenSpec } from './caseloads.ts'
import { complaintAlerts } from './complaint-alerts.ts'
import { type BookStore, complaintBooks } from './complaint-books.ts'
import { type ComplaintCounts, complaintCounts } from './complaint-counts.ts'
import { complaintMoves, type MovableStore } from './complaint-moves.ts'
import { complaintNotices } from './complaint-notices.ts'
import { type ComplaintQueues, complaintQueues } from './complaint-queues.ts'
import { type CaseParts, type ComplaintReads, complaintReads } from './complaint-reads.ts'
import { complaintScans } from './complaint-scans.ts'
import { complaintSearch, searchSource } from './complaint-search.ts'
import { changedKeys, complaintSpec, guardedKeys } from './complaint-spec.ts'
import { complaintTallies, type TalliedStore } from './complaint-tallies.ts'
import { type ComplaintWrites, complaintWrites, type Waiting } from './complaint-writes.ts'
import { firstNotices } from './first-notices.ts'
import { guardedCases } from './guarded-cases.ts'
import { identityOf } from './identity-of.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { type NumberGaps, openNumberGaps } from './number-gaps.ts'
import { openOlderPages } from './older-page-store.ts'
import { openComplaint } from './open-complaint.ts'
import { recentChanges } from './recent-changes.ts'
import { renewComplaint } from './renew-complaint.ts'
import type { ScanQueue } from './scan-queue.ts'
import { skipUnreadable } from './unreadable-case.ts'

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
