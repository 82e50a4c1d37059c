import type { StaffId } from '../offices/staff-id.ts'
import type { Instant } from '../shared/instant.ts'
import { isUnsatisfied } from './satisfaction.ts'
import type { AlertNote, Duty } from './shape/alert-note.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Actor, HistoryEvent } from './shape/history.ts'
import type { Moment, Trace } from './shape/moment.ts'
import type { CaseNews } from './shape/news.ts'

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

/** A new case waits for verification; if the guard rerouted it at once, its steward is alerted too. */
export const notesOfNew = (
  steward: StaffId | null,
  receivedBy: Actor,
  moment: Pick<Moment, 'at' | 'newId'>,
): readonly AlertNote[] => [
  note({ kind: 'new_case', duty: 'verification' }, idOf(receivedBy), null, moment),
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
