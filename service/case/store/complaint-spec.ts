import type { Instant } from '../../shared/instant.ts'
import { AFTER_ALL } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { CollectionSpec, Draft } from '../../storage/collection.ts'
import { foundByKeyVersion } from '../../storage/key-holder.ts'
import { waitsSince } from '../alert-note.ts'
import { clockNamed, nextDueAt, pausedUntil } from '../case-clocks.ts'
import { clockKeys } from '../clock-alerts.ts'
import { canBecome, exits } from '../complaint.ts'
import type { ClockName } from '../deadlines/clocks.ts'
import { retentionKeys } from '../ended.ts'
import { improvementOwner, waitingImprovement } from '../improvement.ts'
import { nextNoticeAt } from '../late-clocks.ts'
import type { Complaint } from '../shape/complaint.ts'
import { awaitedQueue, earliestTryAt, undeliveredSince } from '../shape/notice.ts'
import { timelinessOf } from '../timeliness.ts'
import { movableUntil } from './complaint-moves.ts'
import { scanKeys } from './complaint-scans.ts'
import { searchedKeys } from './complaint-search.ts'
import { evidenceSizeOf, openStatuses, tallyKeys } from './complaint-tallies.ts'
import { contactToken } from './confirmed-phone.ts'
import { erasureOf } from './erasure.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { guardToken } from './kept-guard.ts'

const byKeyVersion = foundByKeyVersion<KeptComplaint>(({ key, identity, evidence }) => [
  key,
  identity?.key ?? null,
  ...evidence.map((item) => item.key),
])

/** These keys of guarded cases are subtracted from the counts of others. */
export const guardedKeys = ['guardToken', ...searchedKeys, 'categoryAndStatus', ...Object.keys(tallyKeys)]

export const complaintSpec: CollectionSpec<KeptComplaint> = {
  name: 'complaints',
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
    unansweredSince: ({ unansweredSince, status, destroyed }) =>
      unansweredSince && !destroyed && isOneOf(readsReplies, status) ? unansweredSince : null,
    untranscribedSince: ({ untranscribedSince, status, destroyed }) =>
      untranscribedSince && !destroyed && isOneOf(readsReplies, status) ? untranscribedSince : null,
    assistedSince: ({ assisting, status, destroyed }) =>
      assisting && !destroyed && isOneOf(openStatuses, status) ? assisting.since : null,
    assistedBy: ({ assisting }) => assisting?.people.join(' ') ?? null,
    timedAt: ({ timedAt, destroyed }) => (destroyed ? null : (timedAt ?? null)),
    undeliveredSince: ({ notices, destroyed }) => (destroyed ? null : undeliveredSince(notices)),
    noticeDueAt: ({ notices }) => earliestTryAt(notices),
    noticeLine: ({ notices }) => awaitedQueue(notices),
    alertsSince: ({ alerts, news }) => waitsSince(alerts, news),
    ...clockKeys,
    identityAskedAt: ({ identityAskedAt }) => identityAskedAt,
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
    dataRequestDueAt: ({ dataRequestDueAt }) => dataRequestDueAt ?? null,
    lapsesAt: (complaint) => lapsesAt(complaint),
    improvementDueAt: (complaint) => waitingImprovement(complaint)?.at ?? null,
    improvementWhat: (complaint) => waitingImprovement(complaint)?.what ?? null,
    improvementOwner: (complaint) => (waitingImprovement(complaint) ? (improvementOwner(complaint) ?? 'none') : null),
    callableFrom: ({ callableFrom, destroyed }) => (destroyed ? null : (callableFrom ?? null)),
    passesOnSince: ({ passesOnSince, destroyed }) => (destroyed ? null : (passesOnSince ?? null)),
    movableUntil: ({ clocks, destroyed }) => (destroyed ? null : movableUntil(clocks)),
    rulesDueSince: ({ rulesDue, destroyed }) => (destroyed ? null : (rulesDue?.[0]?.at ?? null)),
    tellsAt: (complaint) => (complaint.destroyed ? null : nextNoticeAt(complaint)),
    offerDueAt: (complaint) => offerDueAt(complaint),
    book: ({ imported }) => imported?.book ?? null,
    laporNotedAt: ({ laporSince }) => laporSince ?? null,
    laporMissingAt: (complaint) => laporMissingAt(complaint),
    ...scanKeys,
    ...retentionKeys,
    erasedAt: (complaint) => erasureOf(complaint)[0]?.at ?? null,
  },
  indexes: {
    ...byKeyVersion.indexes,
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
    assisted: { on: ['assistedSince'], carries: ['assistedBy', 'category'] },
    unanswered: { on: ['unansweredSince'], carries: ['category', 'handler'] },
    untranscribed: { on: ['untranscribedSince'], carries: ['category', 'handler'] },
    channel: { on: ['channel', 'receivedAt'], carries: ['category', 'status'] },
    outcome: { on: ['outcome', 'receivedAt'], carries: ['category', 'status'] },
    stars: { on: ['stars', 'receivedAt'], carries: ['category', 'status'] },
    timeliness: { on: ['timeliness', 'receivedAt'], carries: ['category', 'status'] },
    identityAsked: { on: ['identityAskedAt'] },
    guarded: { on: ['guardedSince'], acrossTenants: true },
    keptFromSome: { on: ['guardedFrom'], carries: guardedKeys },
    provenPhone: { on: ['provenPhoneFrom'], carries: ['contactToken'] },
    changed: { on: ['changedAt'], carries: searchedKeys },
    dataRequestDue: { on: ['dataRequestDueAt'] },
    undelivered: { on: ['undeliveredSince'] },
    noticeDue: { on: ['noticeLine', 'noticeDueAt'], acrossTenants: true },
    noticeWaiting: { on: ['noticeLine', 'noticeDueAt'] },
    improvementDue: { on: ['improvementDueAt'], carries: ['improvementWhat', 'improvementOwner', 'category'] },
    callable: { on: ['callableFrom'], carries: ['category'] },
    overUntold: { on: ['overUntoldAt'], acrossTenants: true },
    nearUntold: { on: ['nearUntoldAt'] },
    longOverUntold: { on: ['longOverUntoldAt'] },
    alertsWait: { on: ['alertsSince'], acrossTenants: true },
    lapses: { on: ['lapsesAt'], acrossTenants: true },
    passesOn: { on: ['passesOnSince'], acrossTenants: true },
    timedActs: { on: ['timedAt'], acrossTenants: true },
    tells: { on: ['tellsAt'], acrossTenants: true },
    rulesDue: { on: ['rulesDueSince'], acrossTenants: true },
    offerDue: { on: ['offerDueAt'], acrossTenants: true },
    ofBook: { on: ['book'] },
    laporNoted: { on: ['laporNotedAt'] },
    laporMissing: { on: ['laporMissingAt'] },
    movable: { on: ['movableUntil'] },
    scanDue: { on: ['scanDueAt'], acrossTenants: true },
    unscanned: { on: ['unscannedSince'], acrossTenants: true },
    ended: { on: ['category', 'endedAt'] },
    identityEnded: { on: ['identityEndedAt'] },
    held: { on: ['heldSince'] },
    erased: { on: ['erasedAt'], acrossTenants: true },
  },
  counted: ['evidenceSize', 'categoryAndStatus', 'unscannedFiles', ...Object.keys(tallyKeys), ...byKeyVersion.counted],
}

/** In these statuses the office still answers what a reporter writes. */
const readsReplies = [...openStatuses, 'answered'] as const

/** Returns when time alone moves a complaint on, because the reporter's time to object, complete or return is over. */
export function lapsesAt({ status, clocks }: Pick<Complaint, 'status' | 'clocks'>): Instant | null {
  if (status === 'incomplete') return clockNamed(clocks, 'completion')?.dueAt ?? null
  if (status === 'withdrawn') return openUntil(clocks, 'reopening')
  if (status !== 'answered' && status !== 'closed' && status !== 'merged' && status !== 'declined') return null
  return openUntil(clocks, 'objection_window')
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

/** An offer waits since then to be delivered to the other tenant or recalled from it. */
const offerDueAt = ({ offer, status }: Pick<Complaint, 'offer' | 'status'>): Instant | null =>
  offer && (offer.state !== 'waiting' || !canBecome(status, 'forwarded')) ? offer.since : null

function openUntil(clocks: Complaint['clocks'], name: ClockName): Instant | null {
  const window = clockNamed(clocks, name)
  return window && window.stoppedAt === null ? window.dueAt : null
}
