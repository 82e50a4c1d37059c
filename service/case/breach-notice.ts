import type { BreachNoticeState, NoticeState } from '../offices/notice-vocabulary.ts'
import { applyDecision } from './complaint.ts'
import type { BreachTexts } from './shape/breach-notice.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor, HistoryLine } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'

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
