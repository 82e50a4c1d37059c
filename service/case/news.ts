import type { Status } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import type { StaffId } from '../storage/place.ts'
import { chosenIn, concernedIn } from './concerned.ts'
import { type JoinedNews, news } from './shape/case-ties.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor, HistoryEvent, Moment, Trace } from './shape/history.ts'
import type { AlertNote, CaseNews, Duty } from './shape/notice.ts'

export const LOW_STARS = 2

/** The reporter rated the matter as not solved or handled badly. */
export const isUnsatisfied = ({ dossier: { rating } }: Complaint): boolean =>
  rating !== null && (rating.stars <= LOW_STARS || !rating.solved)

type Raised = Pick<AlertNote, 'kind' | 'duty'>

const raiseAnswered = (duty: Duty): Raised => ({ kind: 'reporter_answered', duty })

const byReporter: Partial<Record<HistoryEvent, Raised>> = {
  message_from_reporter: raiseAnswered('handling'),
  completed: raiseAnswered('handling'),
  completed_in_part: raiseAnswered('handling'),
  reopened: raiseAnswered('handling'),
  transcript_corrected: raiseAnswered('handling'),
  evidence_added: raiseAnswered('handling'),
  identity_added: raiseAnswered('handling'),
  identity_corrected: raiseAnswered('handling'),
  withdrawn: raiseAnswered('handling'),
  objected: raiseAnswered('approval'),
  data_requested: raiseAnswered('rights'),
}

const byStaff: Partial<Record<HistoryEvent, Raised>> = {
  // Somebody who called the reporter noted the objection for them.
  objected: raiseAnswered('approval'),
  answer_proposed: { kind: 'approval_waits', duty: 'approval' },
  paper_submitted: { kind: 'approval_waits', duty: 'approval' },
  identity_asked: { kind: 'approval_waits', duty: 'custody' },
  case_opened: { kind: 'case_opened', duty: 'approval' },
  transfer_returned: { kind: 'transfer_news', duty: 'verification' },
}

/** These events bring a case back to its handler. */
const backInHand: readonly HistoryEvent[] = ['dispatched', 'answer_returned', 'objection_decided']

export function notesOf(
  before: Complaint,
  after: Complaint,
  { event, by }: Pick<Trace, 'event' | 'by'>,
  moment: Pick<Moment, 'at' | 'newId'>,
): readonly AlertNote[] {
  if (by.kind === 'reporter') {
    const raised = event === 'rated' ? ofRating(after) : byReporter[event]
    return raised ? [note(raised, null, null, moment)] : []
  }
  const raised = byStaff[event]
  if (raised) return [note(raised, idOf(by), null, moment)]
  const isBack = backInHand.includes(event) && after.status === 'in_progress'
  return notesOfHandler(isBack ? null : before.handler, after.handler, idOf(by), moment)
}

const ofRating = (complaint: Complaint): Raised | undefined =>
  isUnsatisfied(complaint) ? raiseAnswered('handling') : undefined

/** Somebody must decide who is meant. */
export const noteOfCandidates = (moment: Pick<Moment, 'at' | 'newId'>): AlertNote =>
  note({ kind: 'who_is_meant', duty: 'verification' }, null, null, moment)

/** A new case waits for who reads it first, or for all who verify; if the guard rerouted it at once, its steward is alerted too. */
export const notesOfNew = (
  steward: StaffId | null,
  firstReader: StaffId | null,
  receivedBy: Actor,
  moment: Pick<Moment, 'at' | 'newId'>,
): readonly AlertNote[] => [
  note({ kind: 'new_case', duty: 'verification' }, idOf(receivedBy), firstReader, moment),
  ...notesOfHandler(null, steward, idOf(receivedBy), moment),
]

export const notesOfHandler = (
  before: StaffId | null,
  now: StaffId | null,
  by: StaffId | null,
  moment: Pick<Moment, 'at' | 'newId'>,
): readonly AlertNote[] =>
  now === null || now === before ? [] : [note({ kind: 'dispatched_to_me', duty: 'handling' }, by, now, moment)]

/** Nobody can take a case that the service gives out, so people must. */
export const noteNoRoom = (moment: Pick<Moment, 'at' | 'newId'>): AlertNote =>
  note({ kind: 'no_room', duty: 'verification' }, null, null, moment)

/** @param to `null` alerts the heads */
export const noteOfRule = (to: StaffId | null, moment: Pick<Moment, 'at' | 'newId'>): AlertNote =>
  note({ kind: 'rule', duty: to === null ? 'approval' : 'handling' }, null, to, moment)

export const notesOfMentioned = (
  mentioned: readonly StaffId[],
  by: Actor,
  moment: Pick<Moment, 'at' | 'newId'>,
): readonly AlertNote[] => mentioned.map((to) => note({ kind: 'mentioned', duty: 'handling' }, idOf(by), to, moment))

const note = (
  raised: Raised,
  by: StaffId | null,
  to: StaffId | null,
  { at, newId }: Pick<Moment, 'at' | 'newId'>,
): AlertNote => ({ id: newId(), ...raised, at, by, to })

const idOf = (by: Actor): StaffId | null => (by.kind === 'staff' ? by.id : null)

export function waitsSince(
  notes: readonly AlertNote[] | undefined,
  news: readonly CaseNews[] | undefined,
): Instant | null {
  const noted = notes?.[0]?.at ?? null
  const happened = news?.[0]?.at ?? null
  return noted !== null && (happened === null || noted < happened) ? noted : happened
}

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
  const concerns = concernedIn(after).filter(({ id }) => concernedIn(before).every((one) => one.id !== id))
  const chosen = chosenIn(after).filter(({ id, elsewhere }) =>
    chosenIn(before).every((one) => one.id !== id || one.elsewhere !== elsewhere),
  )
  const asked = after.dossier.candidates.filter(({ id }) => before.dossier.candidates.every((one) => one.id !== id))
  if (concerns.length + chosen.length + asked.length === 0) return []
  const ids = concerns.map(({ id }) => id)
  return [{ kind: 'guard', concerns: ids, candidates: asked, chosen, because: after.id }]
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
