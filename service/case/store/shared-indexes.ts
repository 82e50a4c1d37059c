import type { ClockName } from '../../offices/calendar/rule-pack.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { Draft } from '../../storage/collection.ts'
import { waitsSince } from '../alert-note.ts'
import { clockNamed } from '../case-clocks.ts'
import { clockKeys } from '../clock-alerts.ts'
import { canBecome } from '../complaint.ts'
import { retentionKeys } from '../ended.ts'
import { nextNoticeAt } from '../late-clocks.ts'
import type { Complaint } from '../shape/complaint.ts'
import { undeliveredSince } from '../shape/notice.ts'
import { scanKeys } from './complaint-scans.ts'
import { openStatuses } from './complaint-tallies.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import type { SharedKeys } from './shared-queries.ts'

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
