import type { Instant } from '../../shared/instant.ts'
import { AFTER_ALL } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { CollectionSpec, Draft } from '../../storage/collection.ts'
import { foundByKeyVersion } from '../../storage/key-holder.ts'
import { nextDueAt, pausedUntil } from '../case-clocks.ts'
import { exits } from '../complaint.ts'
import { retentionKeys } from '../ended.ts'
import { improvementOwner, waitingImprovement } from '../improvement.ts'
import { awaitedQueue, earliestTryAt } from '../shape/notice.ts'
import { timelinessOf } from '../timeliness.ts'
import { movableUntil } from './complaint-moves.ts'
import { scanKeys } from './complaint-scans.ts'
import { searchedKeys } from './complaint-search.ts'
import { evidenceSizeOf, openStatuses, tallyKeys } from './complaint-tallies.ts'
import { contactToken } from './confirmed-phone.ts'
import { erasureOf } from './erasure.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { guardToken } from './kept-guard.ts'
import { sharedIndexes, sharedKeys } from './shared-indexes.ts'

const byKeyVersion = foundByKeyVersion<KeptComplaint>(({ key, identity, evidence }) => [
  key,
  identity?.key ?? null,
  ...evidence.map((item) => item.key),
])

/** These keys of guarded cases are subtracted from the counts of others. */
export const guardedKeys = ['guardToken', ...searchedKeys, 'categoryAndStatus', ...Object.keys(tallyKeys)]

/** What the rows of changed cases tell, in this order. */
export const changedKeys = ['changedAt', ...searchedKeys]

export const complaintSpec: CollectionSpec<KeptComplaint> = {
  name: 'complaints',
  readAgain: true,
  keys: {
    ...byKeyVersion.keys,
    series: ({ series }) => series,
    sequence: ({ sequence }) => sequence,
    filingKey: ({ filing }) => filing.keyHash,
    code: ({ codeHash }) => codeHash,
    receiptId: ({ receiptId }) => receiptId,
    status: ({ status }) => status,
    category: ({ category }) => category,
    handler: ({ handler }) => handler ?? 'none',
    receivedAt: ({ receivedAt }) => receivedAt,
    // A case whose count stands still has its place among the due ones at the end of that pause.
    dueAt: (complaint) => nextDueAt(complaint.clocks) ?? pausedUntil(complaint.clocks) ?? withoutDate(complaint),
    pausedUntil: ({ clocks, destroyed }) => (destroyed ? null : pausedUntil(clocks)),
    runs: ({ clocks }) => (nextDueAt(clocks) === null ? null : 'yes'),
    workDueAt: ({ clocks, status }) =>
      isOneOf(openStatuses, status) ? (nextDueAt(clocks) ?? pausedUntil(clocks) ?? AFTER_ALL) : null,
    assistedBy: ({ assisting }) => assisting?.people.join(' ') ?? null,
    noticeDueAt: ({ notices }) => earliestTryAt(notices),
    noticeLine: ({ notices }) => awaitedQueue(notices),
    ...sharedKeys,
    guardedSince: ({ guard, status, receivedAt, destroyed }) =>
      guard && exits[status].length > 0 && !destroyed ? receivedAt : null,
    guardedFrom: ({ guard, receivedAt }) => (guard ? receivedAt : null),
    guardToken: ({ guard }) => guardToken(guard),
    provenPhoneFrom: ({ hasProvenPhone, status, receivedAt }) =>
      hasProvenPhone && isOneOf(openStatuses, status) ? receivedAt : null,
    contactToken: ({ identity }) => contactToken(identity),
    changedAt: ({ changedAt }) => changedAt ?? 0,
    wordsMark: ({ wordsMark, imported }) => (imported?.isGoing ? null : (wordsMark ?? 1)),
    channel: ({ channel }) => channel,
    outcome: ({ outcome }) => outcome ?? null,
    stars: ({ stars }) => stars ?? null,
    timeliness: (complaint) => timelinessOf(complaint),
    ...tallyKeys,
    evidenceSize: evidenceSizeOf,
    categoryAndStatus: ({ category, status }) => `${category} ${status}`,
    improvementDueAt: (complaint) => waitingImprovement(complaint)?.at ?? null,
    improvementWhat: (complaint) => waitingImprovement(complaint)?.what ?? null,
    improvementOwner: (complaint) => (waitingImprovement(complaint) ? (improvementOwner(complaint) ?? 'none') : null),
    callableFrom: ({ callableFrom, destroyed }) => (destroyed ? null : (callableFrom ?? null)),
    movableUntil: ({ clocks, destroyed }) => (destroyed ? null : movableUntil(clocks)),
    book: ({ imported }) => imported?.book ?? null,
    lapor: (complaint) => (complaint.laporSince ? 'noted' : laporMissingAt(complaint) && 'missing'),
    laporAt: (complaint) => complaint.laporSince ?? laporMissingAt(complaint),
    ...scanKeys,
    ...retentionKeys,
    erasedAt: (complaint) => erasureOf(complaint)[0]?.at ?? null,
  },
  indexes: {
    ...byKeyVersion.indexes,
    ...sharedIndexes,
    series: { on: ['series', 'sequence'], unique: true },
    filingKey: { on: ['filingKey'], unique: true },
    code: { on: ['code'] },
    receipt: { on: ['receiptId'], acrossTenants: true },
    received: { on: ['receivedAt'] },
    status: { on: ['status', 'receivedAt'] },
    categoryStatus: { on: ['category', 'status', 'receivedAt'] },
    handler: { on: ['handler', 'status', 'receivedAt'], carries: ['category'] },
    paused: { on: ['pausedUntil'] },
    due: { on: ['dueAt'], carries: ['status', 'category', 'handler'] },
    work: { on: ['status', 'workDueAt'], carries: ['category', 'handler'] },
    ownWork: { on: ['handler', 'status', 'workDueAt'], carries: ['category'] },
    channel: { on: ['channel', 'receivedAt'], carries: ['category', 'status'] },
    outcome: { on: ['outcome', 'receivedAt'], carries: ['category', 'status'] },
    stars: { on: ['stars', 'receivedAt'], carries: ['category', 'status'] },
    timeliness: { on: ['timeliness', 'receivedAt'], carries: ['category', 'status'] },
    guarded: { on: ['guardedSince'], acrossTenants: true },
    keptFromSome: { on: ['guardedFrom'], carries: guardedKeys },
    provenPhone: { on: ['provenPhoneFrom'], carries: ['contactToken'] },
    changed: { on: ['changedAt'], carries: searchedKeys },
    noticeDue: { on: ['noticeLine', 'noticeDueAt'], acrossTenants: true },
    noticeWaiting: { on: ['noticeLine', 'noticeDueAt'] },
    improvementDue: { on: ['improvementDueAt'], carries: ['improvementWhat', 'improvementOwner', 'category'] },
    callable: { on: ['callableFrom'], carries: ['category'] },
    ofBook: { on: ['book'] },
    lapor: { on: ['lapor', 'laporAt'] },
    movable: { on: ['movableUntil'] },
    unscanned: { on: ['unscannedSince'], acrossTenants: true },
    ended: { on: ['category', 'endedAt'] },
    identityEnded: { on: ['identityEndedAt'] },
    erased: { on: ['erasedAt'], acrossTenants: true },
  },
  counted: ['evidenceSize', 'categoryAndStatus', 'unscannedFiles', ...Object.keys(tallyKeys), ...byKeyVersion.counted],
}

/** A case of an old register is worked on without a running clock, so it comes last among the due ones. */
const withoutDate = ({ imported, status }: Draft<KeptComplaint>): Instant | null =>
  imported && isOneOf(openStatuses, status) ? AFTER_ALL : null

/**
 * The national channel should know these cases. Cases of other tenants, ended ones and those of an old register are
 * left out.
 */
const laporMissingAt = ({
  laporSince,
  status,
  receivedAt,
  destroyed,
  imported,
}: Draft<KeptComplaint>): Instant | null =>
  laporSince || destroyed || imported || status === 'merged' || status === 'forwarded' || status === 'withdrawn'
    ? null
    : receivedAt
