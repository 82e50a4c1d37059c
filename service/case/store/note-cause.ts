import type { Complaint } from '../shape/complaint.ts'

type Waiting = Pick<Complaint, 'notices' | 'news'>

/** Notes the request in all new items that wait for a reporter or a program. */
export function noteCause<C extends Waiting>(before: Waiting | null, after: C, cause: string | null): C {
  const isNew = (key: 'notices' | 'news') => after[key].length > (before?.[key].length ?? 0)
  if (cause === null || !(isNew('notices') || isNew('news'))) return after
  const knownNotices = new Set(before?.notices.map(({ id }) => id))
  const knownNews = new Set(before?.news.map(({ key }) => key))
  return {
    ...after,
    notices: after.notices.map((notice) => (knownNotices.has(notice.id) ? notice : { ...notice, cause })),
    news: after.news.map((news) => (knownNews.has(news.key) ? news : { ...news, cause })),
  }
}
