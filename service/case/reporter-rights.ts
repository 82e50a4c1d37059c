import { packNamed } from '../offices/calendar/rule-pack.ts'
import type { BreachNoticeState, NoticeState } from '../offices/notice-vocabulary.ts'
import type { DataRequestKind } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { applyDecision } from './complaint.ts'
import { startClock, stopClock } from './deadlines/clocks.ts'
import { withCode } from './given-code.ts'
import type { Complaint } from './shape/complaint.ts'
import type { BreachTexts, DataRequest } from './shape/correspondence.ts'
import type { Actor, HistoryLine, Moment } from './shape/history.ts'
import { newNotice } from './shape/notice.ts'

export const isWaiting = ({ answer }: DataRequest): boolean => answer === null

/** More waiting requests would bloat a case. */
const MOST_WAITING = 5

/** It also sets the key by which the office's list finds the case. */
function withDataRequests(requests: readonly DataRequest[]) {
  const due = requests.filter(isWaiting).map(({ clock }) => clock.dueAt)
  const [nearest = null] = due.sort()
  return { dataRequestDueAt: nearest, dossier: { dataRequests: requests } }
}

/** Rights over one's data do not end with the case, so any status will do. */
export function askAboutData(
  complaint: Complaint,
  { kind, text }: { readonly kind: DataRequestKind; readonly text: string },
  moment: Moment,
): Complaint {
  const { dataRequests } = complaint.dossier
  if (dataRequests.filter(isWaiting).length >= MOST_WAITING) {
    throw new Refusal('conflict', 'data-request/too-many', { most: MOST_WAITING })
  }
  const { at, newId, rulePacks, calendar } = moment
  const clock = startClock('personal_data', packNamed(rulePacks, complaint.rulePack), calendar, at)
  const request: DataRequest = { id: newId(), at, kind, text, clock, answer: null }
  return applyDecision(complaint, moment, withDataRequests([...dataRequests, request]), {
    event: 'data_requested',
    by: { kind: 'reporter' },
  })
}

export interface DataAnswer {
  readonly granted: boolean
  readonly text: string
}

/** The history contains no text, which is in the request. */
export function answerAboutData(
  complaint: Complaint,
  id: string,
  { granted, text }: DataAnswer,
  by: Actor,
  moment: Moment,
): Complaint {
  const { dataRequests } = complaint.dossier
  const asked = dataRequests.find((request) => request.id === id && isWaiting(request))
  if (!asked) throw new Refusal('not-found', 'data-request/unknown')
  const answered: DataRequest = {
    ...asked,
    clock: stopClock(asked.clock, moment.at),
    answer: { at: moment.at, by, granted, text },
  }
  const requests = dataRequests.map((request) => (request === asked ? answered : request))
  return applyDecision(complaint, moment, withDataRequests(requests), { event: 'data_answered', by, notice: 'message' })
}

const HELD_WITH_WORDS = 3

/** Adds the notice to the case and queues it; a case that already has one of this incident is returned unchanged. */
export function notifyOfBreach(
  complaint: Complaint,
  incident: string,
  texts: BreachTexts,
  by: Actor,
  moment: Moment,
): Complaint {
  const { breachNotices } = complaint.dossier
  if (breachNotices.some((notice) => notice.incident === incident)) return complaint
  const notices = [...breachNotices, { incident, at: moment.at, texts }]
  const trace = { event: 'data_breach', by, notice: 'data_breach' } as const
  return withEarlierInHistory(applyDecision(complaint, moment, { dossier: { breachNotices: notices } }, trace), by)
}

/** Moves the texts of earlier breaches into the history, which has pages, so that no later notice is refused. */
function withEarlierInHistory(complaint: Complaint, by: Actor): Complaint {
  const { dossier, language } = complaint
  let { history } = dossier
  const latest = dossier.breachNotices.length - HELD_WITH_WORDS
  const breachNotices = dossier.breachNotices.map((notice, index) => {
    if (index >= latest || !notice.texts) return notice
    const { at, texts } = notice
    const isIts = (line: HistoryLine) => line.event === 'data_breach' && line.at === at
    const line: HistoryLine = { at, event: 'data_breach', by, text: texts[language], public: true }
    history = history.some(isIts)
      ? history.map((one) => (isIts(one) ? { ...one, text: line.text } : one))
      : [line, ...history]
    return { ...notice, texts: null }
  })
  return { ...complaint, dossier: { ...dossier, history, breachNotices } }
}

export function breachNoticeState({ dossier, notices, destroyed }: Complaint, incident: string): BreachNoticeState {
  if (destroyed) return 'destroyed'
  const known = dossier.breachNotices.find((notice) => notice.incident === incident)
  if (!known) return 'not_told'
  const sent = notices.find(({ event, createdAt }) => event === 'data_breach' && createdAt === known.at)
  return sent ? stateOf[sent.state] : 'page_only'
}

const stateOf: Readonly<Record<NoticeState, BreachNoticeState>> = {
  pending: 'pending',
  printing: 'pending',
  kept: 'failed',
  sent: 'sent',
  delivered: 'sent',
  read: 'sent',
  failed: 'failed',
  unreachable: 'page_only',
}

/** Staff saw the code: they entered the complaint, or gave the reporter a new code. */
export const isCodeKnownToStaff = ({ dossier }: Complaint): boolean =>
  dossier.codeKnownTo === null ? dossier.receivedBy.kind === 'staff' : dossier.codeKnownTo === 'staff'

interface NewCode {
  readonly codeHash: string
  readonly by: Actor
  /** Why an officer gave it. */
  readonly because?: string
}

/**
 * Gives the case another code; the one before opens it no more. The reporter is notified on each of their channels, because
 * a stranger who knew the code could do the same.
 */
export function replaceCode(complaint: Complaint, { codeHash, by, because }: NewCode, moment: Moment): Complaint {
  const replaced = withCode(complaint, codeHash, { by, at: moment.at })
  const after = applyDecision(replaced, moment, {}, { event: 'code_replaced', by, text: because })
  return { ...after, notices: [...after.notices, ...onEveryChannel(complaint, moment, moment.at)] }
}

const onEveryChannel = ({ noticeChannels }: Complaint, { newId }: Moment, at: Instant) =>
  noticeChannels.map((channel) => newNotice(newId(), 'code_replaced', at, channel))
