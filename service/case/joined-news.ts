import type { Status } from '../offices/vocabulary.ts'
import type { Complaint } from './shape/complaint.ts'
import { type JoinedNews, news } from './shape/joining.ts'
import type { Moment, Trace } from './shape/moment.ts'

type WithoutAddress<P> = P extends JoinedNews ? Omit<P, 'id' | 'at' | 'to' | 'join'> : never
type NewsItem = WithoutAddress<JoinedNews>
type Peer = Pick<JoinedNews, 'to' | 'join'>

/** In these statuses the leading case ends without an answer, so joined cases go on alone. */
const endsUnanswered: readonly Status[] = ['withdrawn', 'declined', 'forwarded']

/**
 * Derives the news for joined cases from the change itself, so that no act can forget it: the answer, texts for all,
 * the handler, and the guard.
 */
export function addJoinedNews(
  before: Complaint,
  after: Complaint,
  trace: Trace,
  { at, newId }: Pick<Moment, 'at' | 'newId'>,
): Complaint {
  const { joined, merged } = before.dossier
  if (joined.length === 0 && !merged) return after
  const parted = before.status === 'merged' && after.status !== 'merged'
  const below: readonly Peer[] = joined.map(({ id, number }) => ({ to: number, join: id }))
  const above: readonly Peer[] = merged ? [{ to: merged.into, join: merged.id }] : []
  const to = (peers: readonly Peer[], items: readonly NewsItem[]): JoinedNews[] =>
    peers.flatMap((peer) => items.map((item): JoinedNews => ({ ...item, ...peer, id: newId(), at })))
  const items = [
    ...to(below, newsForJoined(before, after, trace)),
    ...to([...above, ...below], newsOfGuard(before, after)),
    ...to(above, parted ? [{ kind: 'part', by: trace.by }] : []),
  ]
  const dossier = parted ? { ...after.dossier, merged: null } : after.dossier
  if (items.length === 0) return parted ? { ...after, dossier } : after
  return {
    ...after,
    passesOnSince: after.passesOnSince ?? at,
    dossier: { ...dossier, passesOn: [...dossier.passesOn, ...items] },
  }
}

function newsForJoined(before: Complaint, after: Complaint, { event, by, text, toJoined }: Trace): NewsItem[] {
  const items: NewsItem[] = []
  const newsEvent = news.find((one) => one === event)
  if (newsEvent) items.push({ kind: 'news', by, event: newsEvent, text: text ?? null })
  const { answer, messages } = after.dossier
  if (answer && answer !== before.dossier.answer) {
    items.push({ kind: 'answer', answer, answeredBy: after.answeredBy })
  }
  if (toJoined) {
    const added = messages.slice(before.dossier.messages.length)
    items.push(...added.map((message): NewsItem => ({ kind: 'message', by, text: message.text })))
  }
  if (after.handler !== before.handler) items.push({ kind: 'handler', handler: after.handler })
  if (after.status !== before.status && endsUnanswered.includes(after.status)) items.push({ kind: 'end' })
  return items
}

/** A guard on one case also applies to the joined ones; lifting it is decided case by case. */
function newsOfGuard(before: Complaint, after: Complaint): NewsItem[] {
  const known = before.dossier.concerns.map(({ id }) => id)
  const added = after.dossier.concerns.map(({ id }) => id).filter((id) => !known.includes(id))
  const asked = after.dossier.candidates.filter(({ id }) => before.dossier.candidates.every((one) => one.id !== id))
  if (added.length + asked.length === 0) return []
  return [{ kind: 'guard', concerns: added, candidates: asked, because: after.id }]
}

/** Returns texts of a decision that go to several reporters at once. */
export function textsForSeveral(before: Complaint, after: Complaint): readonly string[] {
  if (before.dossier.joined.length === 0) return []
  const { proposal } = after.dossier
  const texts = after.dossier.passesOn.slice(before.dossier.passesOn.length).flatMap((item) => {
    if (item.kind === 'answer') return [item.answer.text]
    return item.kind === 'message' || item.kind === 'news' ? [item.text ?? ''] : []
  })
  return proposal && proposal !== before.dossier.proposal ? [...texts, proposal.text] : texts
}
