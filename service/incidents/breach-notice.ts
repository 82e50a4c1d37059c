import { type Actor, type Complaint, decided, type Moment } from '../complaints/complaint.ts'
import type { BreachNoticeState, Language, NoticeState } from '../complaints/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'

/** What reporters are told, in both languages: each reads their own. */
export type BreachTexts = Readonly<Record<Language, string>>

/** An incident as the reporter of one affected case was told of it. Sealed with the case. */
export interface BreachNotice {
  readonly incident: string
  readonly at: Instant
  readonly texts: BreachTexts
}

/** The case with the notice, on its page and on its way; one that was told of the incident stays as it is. */
export function tellOfBreach(
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
  return decided(complaint, moment, { dossier: { breachNotices: notices } }, trace)
}

/** Where the notice of this incident stands in a case. */
export function breachNoticeState({ dossier, notices, destroyed }: Complaint, incident: string): BreachNoticeState {
  if (destroyed) return 'destroyed'
  const told = dossier.breachNotices.find((notice) => notice.incident === incident)
  if (!told) return 'not_told'
  const sent = notices.find(({ event, createdAt }) => event === 'data_breach' && createdAt === told.at)
  return sent ? stateOf[sent.state] : 'page_only'
}

const stateOf: Readonly<Record<NoticeState, BreachNoticeState>> = {
  pending: 'pending',
  printing: 'pending',
  sent: 'sent',
  delivered: 'sent',
  read: 'sent',
  failed: 'failed',
  unreachable: 'page_only',
}
