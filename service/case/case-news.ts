import type { Status } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import type { Complaint } from './shape/complaint.ts'
import type { CaseNews } from './shape/news.ts'

const over: readonly Status[] = ['closed', 'declined', 'forwarded', 'merged', 'withdrawn']

export const newsOfNew = (at: Instant): readonly CaseNews[] => [
  { key: 'received', event: 'complaint.received', at, status: 'received', from: null },
]

/** Adds the news of a decision. Every change of status passes through the store, which calls this. */
export function withNews(before: Complaint, after: Complaint): Complaint {
  if (after.status === before.status) return after
  const at = after.dossier.history.at(-1)?.at ?? after.receivedAt
  const change = { at, status: after.status, from: before.status }
  const key = String(before.version + 1)
  const changed: CaseNews = { key, event: 'complaint.status_changed', ...change }
  const closed: CaseNews = { key: `${key}-closed`, event: 'complaint.closed', ...change }
  return { ...after, news: [...after.news, changed, ...(over.includes(after.status) ? [closed] : [])] }
}

/** The news says that a date of the office has passed. */
export const newsOfPassedDate = (status: Status, at: Instant): CaseNews => ({
  key: `overdue-${Date.parse(at)}`,
  event: 'complaint.overdue',
  at,
  status,
  from: null,
})
