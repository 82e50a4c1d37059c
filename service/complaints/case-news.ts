import type { Instant } from '../shared/instant.ts'
import type { Complaint } from './complaint.ts'
import type { CaseEvent, Status } from './vocabulary.ts'

/**
 * That something happened in the life of a case, for programs that wait for it. It lies in the case, written with what
 * causes it, until it was passed on.
 */
export interface CaseNews {
  /** One of its kind in the case. */
  readonly key: string
  readonly event: CaseEvent
  readonly at: Instant
  readonly status: Status
  /** Where it stood before; `null`: nowhere, or it stands there still. */
  readonly from: Status | null
  /** The request that led to it. */
  readonly cause?: string
}

/** Nothing more is to come from the unit, unless somebody opens the case again. */
const over: readonly Status[] = ['closed', 'declined', 'forwarded', 'merged', 'withdrawn']

export const newsOfNew = (at: Instant): readonly CaseNews[] => [
  { key: 'received', event: 'complaint.received', at, status: 'received', from: null },
]

/** The complaint after a decision, with the news of it. Each path to another status leads through the store, which asks here. */
export function withNews(before: Complaint, after: Complaint): Complaint {
  if (after.status === before.status) return after
  const at = after.dossier.history.at(-1)?.at ?? after.receivedAt
  const change = { at, status: after.status, from: before.status }
  const key = String(before.version + 1)
  const changed: CaseNews = { key, event: 'complaint.status_changed', ...change }
  const closed: CaseNews = { key: `${key}-closed`, event: 'complaint.closed', ...change }
  return { ...after, news: [...after.news, changed, ...(over.includes(after.status) ? [closed] : [])] }
}

/** That a date of the office has passed. */
export const newsOfPassedDate = (status: Status, at: Instant): CaseNews => ({
  key: `overdue-${Date.parse(at)}`,
  event: 'complaint.overdue',
  at,
  status,
  from: null,
})
