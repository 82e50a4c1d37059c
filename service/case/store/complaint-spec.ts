import type { ClockName } from '../../offices/calendar/rule-pack.ts'
import { AFTER_ALL, type Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { CollectionSpec, Draft } from '../../storage/collection.ts'
import { foundByKeyVersion } from '../../storage/key-holder.ts'
import { clockNamed, nextDueAt, nextNoticeAt, pausedUntil } from '../case-clocks.ts'
import { clockKeys } from '../clock-alerts.ts'
import { canBecome, exits } from '../complaint.ts'
import { waitsSince } from '../news.ts'
import { retentionKeys, timelinessOf } from '../retention.ts'
import type { Complaint } from '../shape/complaint.ts'
import { awaitedQueue, earliestTryAt, undeliveredSince } from '../shape/notice.ts'
import { improvementOwner, waitingImprovement } from '../tasks.ts'
import { movableUntil, scanKeys } from './complaint-queues.ts'
import { searchedKeys } from './complaint-search.ts'
import { evidenceSizeOf, openStatuses, tallyKeys } from './complaint-tallies.ts'
import { contactToken } from './confirmed-phone.ts'
import { erasureOf, type KeptComplaint, type SharedKeys } from './kept-complaint.ts'
import { guardToken } from './tenant-guards.ts'

type Moments<Key extends string = string> = Readonly<Record<Key, (complaint: Draft<KeptComplaint>) => Instant | null>>

/** In these statuses the office still answers what a reporter writes. */
const readsReplies = [...openStatuses, 'answered'] as const

const newsKeys: Moments<SharedKeys['news']> = {
  alertsSince: ({ alerts, news }) => waitsSince(alerts, news),
  passesOnSince: ({ passesOnSince, destroyed }) => (destroyed ? null : (passesOnSince ?? null)),
  rulesDueSince: ({ rulesDue, destroyed }) => (destroyed ? null : (rulesDue?.[0]?.at ?? null)),
  offerDueAt: (complaint) => offerDueAt(complaint),
}

const timedKeys: Moments<SharedKeys['timed']> = {
  overUntoldAt: clockKeys.overUntoldAt,
  lapsesAt: (complaint) => lapsesAt(complaint),
  timedAt: ({ timedAt, destroyed }) => (destroyed ? null : (timedAt ?? null)),
  tellsAt: (complaint) => (complaint.destroyed ? null : nextNoticeAt(complaint)),
  scanDueAt: scanKeys.scanDueAt,
}

const waitKeys: Moments<SharedKeys['waits']> = {
  assistedSince: ({ assisting, status, destroyed }) =>
    assisting && !destroyed && isOneOf(openStatuses, status) ? assisting.since : null,
  unansweredSince: ({ unansweredSince, status, destroyed }) =>
    unansweredSince && !destroyed && isOneOf(readsReplies, status) ? unansweredSince : null,
  untranscribedSince: ({ untranscribedSince, status, destroyed }) =>
    untranscribedSince && !destroyed && isOneOf(readsReplies, status) ? untranscribedSince : null,
  identityAskedAt: ({ identityAskedAt }) => identityAskedAt,
  dataRequestDueAt: ({ dataRequestDueAt }) => dataRequestDueAt ?? null,
  undeliveredSince: ({ notices, destroyed }) => (destroyed ? null : undeliveredSince(notices)),
  heldSince: retentionKeys.heldSince,
}

const untoldKeys: Moments<SharedKeys['untold']> = {
  nearUntoldAt: clockKeys.nearUntoldAt,
  longOverUntoldAt: clockKeys.longOverUntoldAt,
}

const earliestOf = (moments: Moments) => (complaint: Draft<KeptComplaint>) =>
  Object.values(moments).reduce<Instant | null>((first, momentOf) => {
    const moment = momentOf(complaint)
    return moment !== null && (first === null || moment < first) ? moment : first
  }, null)

export const sharedKeys = {
  ...newsKeys,
  ...timedKeys,
  ...waitKeys,
  ...untoldKeys,
  newsSince: earliestOf(newsKeys),
  timedDueAt: earliestOf(timedKeys),
  waitsSince: earliestOf(waitKeys),
  untoldAt: earliestOf(untoldKeys),
} satisfies Moments

export const sharedIndexes = {
  news: { on: ['newsSince'], acrossTenants: true, carries: Object.keys(newsKeys) },
  timed: { on: ['timedDueAt'], acrossTenants: true, carries: Object.keys(timedKeys) },
  waits: { on: ['waitsSince'], carries: [...Object.keys(waitKeys), 'assistedBy', 'category', 'handler'] },
  untold: { on: ['untoldAt'], carries: Object.keys(untoldKeys) },
}

/** Returns when time alone moves a complaint on, because the reporter's time to object, complete or return is over. */
export function lapsesAt({ status, clocks }: Pick<Complaint, 'status' | 'clocks'>): Instant | null {
  if (status === 'incomplete') return clockNamed(clocks, 'completion')?.dueAt ?? null
  if (status === 'withdrawn') return openUntil(clocks, 'reopening')
  if (status !== 'answered' && status !== 'closed' && status !== 'merged' && status !== 'declined') return null
  return openUntil(clocks, 'objection_window')
}

/** An offer waits since then to be delivered to the other tenant or recalled from it. */
const offerDueAt = ({ offer, status }: Pick<Complaint, 'offer' | 'status'>): Instant | null =>
  offer && (offer.state !== 'waiting' || !canBecome(status, 'forwarded')) ? offer.since : null

function openUntil(clocks: Complaint['clocks'], name: ClockName): Instant | null {
  const window = clockNamed(clocks, name)
  return window && window.stoppedAt === null ? window.dueAt : null
}

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
    oldCode: ({ oldCodeHash }) => oldCodeHash ?? null,
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
    oldCode: { on: ['oldCode'] },
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
